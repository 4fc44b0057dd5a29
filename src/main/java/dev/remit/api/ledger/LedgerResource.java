package dev.remit.api.ledger;

import dev.remit.api.Routes;
import dev.remit.store.LedgerReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The ledger's head over HTTP: whoever keeps one can prove later what came before it. */
@Path(Routes.LEDGER)
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private final LedgerReader reader;

    LedgerResource(LedgerReader reader) {
        this.reader = reader;
    }

    @GET
    public HeadResponse head() {
        return HeadResponse.from(reader.head());
    }
}
