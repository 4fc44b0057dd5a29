package dev.remit.api.transfer;

import dev.remit.api.DryRun;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

/** Money that comes into the books or leaves them, over HTTP. */
@Path(Routes.ACCOUNTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MovementsResource {

    private final LedgerService ledger;

    MovementsResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @POST
    @Path(Routes.DEPOSITS)
    public CompletionStage<RestResponse<TransferResponse>> deposit(
            @PathParam("id") String id,
            @NotNull @Valid MovementRequest movement,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        return post(movement.command(key(movement, call), null, account), account, dryRun);
    }

    @POST
    @Path(Routes.WITHDRAWALS)
    public CompletionStage<RestResponse<TransferResponse>> withdraw(
            @PathParam("id") String id,
            @NotNull @Valid MovementRequest movement,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        UUID account = Uuids.inPath(id, Problems::accountNotFound);
        return post(movement.command(key(movement, call), account, null), account, dryRun);
    }

    private CompletionStage<RestResponse<TransferResponse>> post(
            Command.Post command, UUID account, String dryRun) {
        return ledger.submit(command, DryRun.of(dryRun), account).thenApply(TransferResponse::made);
    }

    private static IdempotencyKey key(MovementRequest movement, HttpServerRequest call) {
        return IdempotencyKey.of(movement.id(), call);
    }
}
