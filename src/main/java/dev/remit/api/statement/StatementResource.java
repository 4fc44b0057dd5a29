package dev.remit.api.statement;

import dev.remit.api.Routes;
import dev.remit.api.TimeQuery;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.api.stream.Streams;
import dev.remit.store.HistoryReader;
import dev.remit.store.LedgerReader;
import dev.remit.store.Statement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * An account's statements over HTTP, in the form that the caller accepts or that the path names.
 *
 * <p>A statement may be long, and its reader slow: so each has a thread of its own, which is a
 * virtual one.
 */
@Path(Routes.ACCOUNTS)
@RunOnVirtualThread
public class StatementResource {

    private static final String CSV = "text/csv";

    private final LedgerReader ledger;
    private final HistoryReader histories;
    private final Streams streams;
    private final Clock clock;
    private final StatementJson json;
    private final StatementCsv csv;
    private final StatementXml xml;

    StatementResource(
            LedgerReader ledger,
            HistoryReader histories,
            StatementSettings settings,
            Clock clock,
            StatementJson json,
            StatementCsv csv,
            StatementXml xml) {
        this.ledger = ledger;
        this.histories = histories;
        this.streams = new Streams("statements", settings.limit(), settings.patience());
        this.clock = clock;
        this.json = json;
        this.csv = csv;
        this.xml = xml;
    }

    @GET
    @Path(Routes.STATEMENT)
    @Produces({MediaType.APPLICATION_JSON, CSV, MediaType.APPLICATION_XML})
    public Response accepted(
            @BeanParam StatementQuery query, RoutingContext context, @Context Request request) {
        return answer(query, preferred(request), context);
    }

    @GET
    @Path(Routes.STATEMENT_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@BeanParam StatementQuery query, RoutingContext context) {
        return answer(query, json, context);
    }

    @GET
    @Path(Routes.STATEMENT_CSV)
    @Produces(CSV)
    public Response csv(@BeanParam StatementQuery query, RoutingContext context) {
        return answer(query, csv, context);
    }

    @GET
    @Path(Routes.STATEMENT_XML)
    @Produces(MediaType.APPLICATION_XML)
    public Response xml(@BeanParam StatementQuery query, RoutingContext context) {
        return answer(query, xml, context);
    }

    private StatementForm preferred(Request request) {
        List<StatementForm> forms = List.of(json, csv, xml);
        Variant best =
                request.selectVariant(
                        forms.stream()
                                .map(form -> new Variant(form.type(), (String) null, null))
                                .toList());
        return forms.stream()
                .filter(form -> best != null && form.type().equals(best.getMediaType()))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private Response answer(StatementQuery query, StatementForm form, RoutingContext context) {
        UUID account = Uuids.inPath(query.id(), Problems::accountNotFound);
        Instant start = TimeQuery.of("from", query.from());
        Instant end = query.to() == null ? now() : TimeQuery.of("to", query.to());
        if (start != null && start.isAfter(end)) {
            throw Problems.invalid("from", "must not be after to, which is now if it is not given");
        }
        Statement statement =
                histories
                        .statement(account, start, end)
                        .orElseThrow(
                                () -> new ProblemException(Problems.accountNotFound(query.id())));
        form.check(statement);
        StreamingOutput content =
                out ->
                        form.write(
                                StatementResponse.of(statement, new Entries(histories, statement)),
                                out);
        Response.ResponseBuilder answer = Response.ok(streams.guard(content, context), form.type());
        if (form.extension() != null) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"statement-%s.%s\""
                            .formatted(account, form.extension()));
        }
        return answer.build();
    }

    /**
     * Behind the last commit, which may have been dated by another machine's clock: whoever has
     * just posted something finds it.
     */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = ledger.head().time();
        return last == null || last.isBefore(now) ? now : last.plus(1, ChronoUnit.MICROS);
    }
}
