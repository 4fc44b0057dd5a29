package dev.remit.transfer;

import dev.remit.ledger.Outcome;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers a posting: 201 when it was made now, 200 when it had been made before. */
final class PostedResponse {

    static final String REPLAYED = "Idempotency-Replayed";

    private PostedResponse() {}

    static Response of(List<Outcome> outcomes) {
        Outcome.Posted posted = (Outcome.Posted) outcomes.getFirst();
        TransferResponse transfer = TransferResponse.from(posted.posting());
        Response.ResponseBuilder response =
                posted.replayed()
                        ? Response.ok().header(REPLAYED, "true")
                        : Response.status(Response.Status.CREATED)
                                .header(HttpHeaders.LOCATION, "/transfers/" + transfer.id());
        return response.entity(transfer).build();
    }
}
