package dev.remit.api.transfer;

import dev.remit.api.DryRun;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

/** What follows a transfer, over HTTP: the end of a hold, and reversals. A body may be missing. */
@Path(Routes.TRANSFERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FollowersResource {

    private final LedgerService ledger;

    FollowersResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @POST
    @Path(Routes.POST)
    public CompletionStage<RestResponse<TransferResponse>> post(
            @PathParam("id") String id,
            @Valid SettlementRequest.Post body,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        return submit(
                id, Objects.requireNonNullElse(body, SettlementRequest.Post.ALL), dryRun, call);
    }

    @POST
    @Path(Routes.VOID)
    public CompletionStage<RestResponse<TransferResponse>> release(
            @PathParam("id") String id,
            @Valid SettlementRequest.Void body,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        return submit(
                id, Objects.requireNonNullElse(body, SettlementRequest.Void.ANY), dryRun, call);
    }

    @POST
    @Path(Routes.REVERSE)
    public CompletionStage<RestResponse<TransferResponse>> reverse(
            @PathParam("id") String id,
            @Valid ReversalRequest body,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        return submit(id, Objects.requireNonNullElse(body, ReversalRequest.ALL), dryRun, call);
    }

    private CompletionStage<RestResponse<TransferResponse>> submit(
            String id, FollowerRequest request, String dryRun, HttpServerRequest call) {
        UUID transfer = Uuids.inPath(id, Problems::transferNotFound);
        IdempotencyKey key = IdempotencyKey.of(request.id(), call);
        return ledger.submit(request.command(transfer, key), DryRun.of(dryRun), null)
                .thenApply(TransferResponse::made);
    }
}
