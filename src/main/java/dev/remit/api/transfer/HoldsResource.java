package dev.remit.api.transfer;

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

/** The holds on an account that have not ended yet, over HTTP. */
@Path(Routes.ACCOUNTS + Routes.HOLDS)
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

    private final LedgerReader reader;

    HoldsResource(LedgerReader reader) {
        this.reader = reader;
    }

    @GET
    public Response holds(
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after,
            @Context UriInfo uri) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        return reader.holds(account, Uuids.cursor("after", after), PageQuery.limit(limit))
                .map(TransferPage::ofHolds)
                .map(page -> PageQuery.answer(page, "after", page.next(), uri))
                .orElseThrow(() -> new ProblemException(Problems.accountNotFound(id)));
    }
}
