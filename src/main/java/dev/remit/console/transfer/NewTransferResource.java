package dev.remit.console.transfer;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.access.Access;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.transfer.TransferRequest;
import dev.remit.console.Amount;
import dev.remit.console.Complaint;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Submission;
import dev.remit.console.Visitor;
import dev.remit.ledger.Command;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Transfer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Moves money: first it shows what would come of it, and then, if that is confirmed, it does it.
 */
@Path(ConsoleRoutes.TRANSFERS + ConsoleRoutes.NEW)
@Produces(MediaType.TEXT_HTML)
public class NewTransferResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance newTransfer(
                Visitor visitor, TransferForm form, Complaint complaint);

        static native TemplateInstance confirmTransfer(
                Visitor visitor, TransferForm form, Preview preview);
    }

    private final Submission submission;
    private final BatchValidator validator;
    private final Sides sides;
    private final Access access;

    NewTransferResource(
            Submission submission, BatchValidator validator, Sides sides, Access access) {
        this.submission = submission;
        this.validator = validator;
        this.sides = sides;
        this.access = access;
    }

    @GET
    public Response page(
            @QueryParam("from") String from, @QueryParam("to") String to, RoutingContext context) {
        return form(200, TransferForm.empty(from, to), Complaint.NONE, Visitor.of(access, context));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response post(@BeanParam TransferForm form, RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        if (form.isToBeChanged()) {
            return form(200, form, Complaint.NONE, visitor);
        }
        Currency currency = null;
        try {
            currency = sides.currency(form.source(), form.target());
            return submit(form, currency, visitor);
        } catch (ProblemException e) {
            Complaint complaint =
                    currency == null
                            ? Complaint.of(e.problem())
                            : Complaint.of(e.problem(), currency);
            return form(complaint.status(), form, complaint, visitor);
        }
    }

    private Response submit(TransferForm form, Currency currency, Visitor visitor) {
        Command command = command(form, currency);
        Outcome.Posted outcome = (Outcome.Posted) submission.submit(command, !form.isConfirmed());
        if (form.isConfirmed() || outcome.replayed()) {
            return Html.next(ConsoleRoutes.TRANSFERS + '/' + outcome.transfer().id()).build();
        }
        Transfer would = outcome.transfer();
        Preview preview =
                new Preview(
                        Amount.of(would.amount(), currency),
                        sides.of(would.from(), currency, visitor),
                        sides.of(would.to(), currency, visitor));
        return Html.page(Templates.confirmTransfer(visitor, form, preview));
    }

    private Command command(TransferForm form, Currency currency) {
        String amount = form.amount() == null ? "" : form.amount();
        TransferRequest request =
                new TransferRequest(
                        form.transfer(),
                        form.source(),
                        form.target(),
                        Amount.parse("amount", amount, currency),
                        form.referenceOrNull(),
                        null,
                        null,
                        null);
        validator.check(request, TransferRequest.InBatch.class);
        return request.command(new IdempotencyKey(request.id(), true));
    }

    private static Response form(
            int status, TransferForm form, Complaint complaint, Visitor visitor) {
        return Html.page(status, Templates.newTransfer(visitor, form, complaint));
    }
}
