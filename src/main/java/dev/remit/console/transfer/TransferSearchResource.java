package dev.remit.console.transfer;

import dev.remit.api.PageQuery;
import dev.remit.api.PlainText;
import dev.remit.api.Uuids;
import dev.remit.api.access.Access;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.console.Complaint;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Visitor;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Followed;
import dev.remit.store.LedgerReader;
import dev.remit.store.Page;
import dev.remit.store.TransferRow.Place;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds transfers by their id or their reference, which is all that they can be found by. */
@Path(ConsoleRoutes.TRANSFERS)
@Produces(MediaType.TEXT_HTML)
public class TransferSearchResource {

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance transfers(
                Visitor visitor, String text, Found found, Complaint complaint);
    }

    /**
     * @param next where the next page is; null on the last one
     */
    record Found(List<Line> transfers, String next) {

        private static final Found NOTHING = new Found(List.of(), null);
    }

    record Line(UUID id, String kind, Instant time, long sequence, UUID from, UUID to) {

        private static Line of(Followed followed) {
            Transfer it = followed.transfer();
            return new Line(
                    it.id(),
                    TransferView.kind(it),
                    Micros.instant(it.createdAt()),
                    it.sequence(),
                    Transfer.account(it.from()),
                    Transfer.account(it.to()));
        }
    }

    private final LedgerReader reader;
    private final Access access;

    TransferSearchResource(LedgerReader reader, Access access) {
        this.reader = reader;
        this.access = access;
    }

    @GET
    public Response page(
            @QueryParam("text") String text,
            @QueryParam("sequence") String sequence,
            @QueryParam("id") String id,
            RoutingContext context) {
        Visitor visitor = Visitor.of(access, context);
        if (text == null || text.isEmpty()) {
            return Html.page(Templates.transfers(visitor, "", Found.NOTHING, Complaint.NONE));
        }
        if (Uuids.parse(text.strip()).flatMap(reader::transfer).isPresent()) {
            return Html.next(ConsoleRoutes.TRANSFERS + '/' + text.strip()).build();
        }
        try {
            return Html.page(
                    Templates.transfers(
                            visitor, text, find(text, place(sequence, id)), Complaint.NONE));
        } catch (ProblemException e) {
            Complaint complaint = Complaint.of(e.problem());
            return Html.page(
                    complaint.status(),
                    Templates.transfers(visitor, text, Found.NOTHING, complaint));
        }
    }

    private Found find(String reference, Place before) {
        if (!PlainText.Validator.isPlain(reference)) {
            throw Problems.invalid("text", PlainText.MESSAGE);
        }
        Page<Followed, Place> page = reader.transfers(reference, before, PageQuery.DEFAULT_LIMIT);
        return new Found(
                page.items().stream().map(Line::of).toList(),
                page.next() == null ? null : next(reference, page.next()));
    }

    private static String next(String reference, Place place) {
        return "%s?text=%s&sequence=%d&id=%s"
                .formatted(
                        ConsoleRoutes.TRANSFERS,
                        URLEncoder.encode(reference, StandardCharsets.UTF_8),
                        place.sequence(),
                        place.id());
    }

    private static Place place(String sequence, String id) {
        return sequence == null
                ? null
                : new Place(
                        PageQuery.number("sequence", sequence, 0, 0, Long.MAX_VALUE),
                        Uuids.cursor("id", id));
    }
}
