package dev.remit.api.account;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.store.LedgerReader;
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

/** What an account's terms have been, over HTTP. */
@Path(Routes.ACCOUNTS + Routes.TERMS)
@Produces(MediaType.APPLICATION_JSON)
public class TermsResource {

    /** No account's terms will ever have been changed so often. */
    private static final long MOST = 999_999_999_999_999_999L;

    private final LedgerReader reader;

    TermsResource(LedgerReader reader) {
        this.reader = reader;
    }

    @GET
    public Response terms(
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before,
            @Context UriInfo uri) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        long start = PageQuery.number("before", before, MOST, 0, MOST);
        return reader.terms(account, start, PageQuery.limit(limit))
                .map(TermsPage::of)
                .map(page -> PageQuery.answer(page, "before", page.next(), uri))
                .orElseThrow(() -> new ProblemException(Problems.accountNotFound(id)));
    }
}
