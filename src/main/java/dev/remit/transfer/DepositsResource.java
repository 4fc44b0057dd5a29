package dev.remit.transfer;

import dev.remit.account.AccountsResource;
import dev.remit.ledger.Command;
import dev.remit.ledger.Teller;
import dev.remit.ledger.Unit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Money that comes into the books, over HTTP. */
@Path("/accounts/{id}/deposits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DepositsResource {

    private final Teller teller;

    DepositsResource(Teller teller) {
        this.teller = teller;
    }

    @POST
    public CompletionStage<Response> post(
            @PathParam("id") String id,
            @NotNull @Valid MovementRequest movement,
            @Context HttpHeaders headers) {
        UUID account = AccountsResource.id(id);
        Command command =
                movement.command(IdempotencyKey.of(movement.id(), headers), null, account);
        return teller.submit(Unit.of(command), account).thenApply(PostedResponse::of);
    }
}
