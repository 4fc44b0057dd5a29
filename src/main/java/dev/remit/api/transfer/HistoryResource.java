package dev.remit.api.transfer;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.account.AccountsResource;
import dev.remit.api.problem.Problems;
import dev.remit.store.LedgerReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** An account's history over HTTP. */
@Path(Routes.ACCOUNTS + Routes.HISTORY)
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final LedgerReader reader;

    HistoryResource(LedgerReader reader) {
        this.reader = reader;
    }

    @GET
    public HistoryResponse history(
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before) {
        UUID account = AccountsResource.id(id);
        return reader.history(account, version(before), PageQuery.limit(limit))
                .map(found -> HistoryResponse.of(account, found))
                .orElseThrow(() -> AccountsResource.notFound(id));
    }

    private static long version(String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        // 18 digits fit, and no account will ever have seen so many postings.
        if (before.matches("[0-9]{1,18}") && Long.parseLong(before) >= 1) {
            return Long.parseLong(before);
        }
        throw Problems.invalid("before", "must be the next of another page");
    }
}
