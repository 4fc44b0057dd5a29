package dev.remit.console.transfer;

import dev.remit.api.Uuids;
import dev.remit.api.access.Access;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Visitor;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Transfer;
import dev.remit.store.Followed;
import dev.remit.store.JournalReader;
import dev.remit.store.LedgerReader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A transfer: both sides, and what has become of it. */
@Path(ConsoleRoutes.TRANSFERS)
@Produces(MediaType.TEXT_HTML)
public class TransferResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance transfer(Visitor visitor, TransferView transfer);
    }

    private final LedgerReader reader;
    private final JournalReader journal;
    private final Sides sides;
    private final Access access;

    TransferResource(LedgerReader reader, JournalReader journal, Sides sides, Access access) {
        this.reader = reader;
        this.journal = journal;
        this.sides = sides;
        this.access = access;
    }

    @GET
    @Path(ConsoleRoutes.ID)
    public Response page(@PathParam("id") String id, RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        Followed found =
                Uuids.parse(id)
                        .flatMap(reader::transfer)
                        .orElseThrow(() -> new ProblemException(Problems.transferNotFound(id)));
        return Html.page(Templates.transfer(visitor, view(found, visitor)));
    }

    private TransferView view(Followed found, Visitor visitor) {
        Transfer transfer = found.transfer();
        Currency currency =
                sides.currency(Transfer.account(transfer.from()), Transfer.account(transfer.to()));
        return TransferView.of(
                found,
                currency,
                sides.of(transfer.from(), currency, visitor),
                sides.of(transfer.to(), currency, visitor),
                visitor.audits()
                        ? journal.actor(transfer.sequence(), transfer.id()).orElse(null)
                        : null);
    }
}
