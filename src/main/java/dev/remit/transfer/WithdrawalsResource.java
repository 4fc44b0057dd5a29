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

/** Money that leaves the books, over HTTP. */
@Path("/accounts/{id}/withdrawals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalsResource {

    private final Teller teller;

    WithdrawalsResource(Teller teller) {
        this.teller = teller;
    }

    @POST
    public CompletionStage<Response> post(
            @PathParam("id") String id,
            @NotNull @Valid MovementRequest movement,
            @Context HttpHeaders headers) {
        UUID account = AccountsResource.id(id);
        Command command =
                movement.command(IdempotencyKey.of(movement.id(), headers), account, null);
        return teller.submit(Unit.of(command), account).thenApply(PostedResponse::of);
    }
}
