package dev.remit.api.transfer;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.TimeQuery;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.store.HistoryFilter;
import dev.remit.store.HistoryFilter.Direction;
import dev.remit.store.HistoryReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** An account's history over HTTP. */
@Path(Routes.ACCOUNTS + Routes.HISTORY)
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final HistoryReader reader;

    HistoryResource(HistoryReader reader) {
        this.reader = reader;
    }

    @GET
    public Response history(
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("direction") String direction,
            @QueryParam("counterparty") String counterparty,
            @QueryParam("reference") String reference,
            @Context UriInfo uri) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        HistoryFilter filter =
                new HistoryFilter(
                        TimeQuery.of("from", from),
                        TimeQuery.of("to", to),
                        direction(direction),
                        Uuids.query("counterparty", counterparty),
                        reference);
        return reader.history(account, filter, version(before), PageQuery.limit(limit))
                .map(page -> HistoryResponse.of(account, page))
                .map(page -> PageQuery.answer(page, "before", page.next(), uri))
                .orElseThrow(() -> new ProblemException(Problems.accountNotFound(id)));
    }

    /**
     * @param text as a caller writes it; null, which is either, if it was not given
     */
    public static Direction direction(String text) {
        return switch (text) {
            case null -> null;
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            default -> throw Problems.invalid("direction", "must be in or out");
        };
    }

    /**
     * The version below which a page begins.
     *
     * @param before the {@code next} of the page before; null for the newest posting
     */
    public static long version(String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        // 18 digits fit, and no account will ever have seen so many postings.
        if (before.matches("[0-9]{1,18}") && Long.parseLong(before) >= 1) {
            return Long.parseLong(before);
        }
        throw PageQuery.noCursor("before");
    }
}
