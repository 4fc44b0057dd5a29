package dev.remit.transfer;

import dev.remit.http.Uuids;
import dev.remit.ledger.Command;
import dev.remit.ledger.Teller;
import dev.remit.ledger.Unit;
import dev.remit.problem.Problem;
import dev.remit.problem.ProblemException;
import dev.remit.problem.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** Transfers over HTTP. Translates, and decides nothing. */
@Path("/transfers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

    private final Transfers transfers;
    private final Teller teller;

    TransfersResource(Transfers transfers, Teller teller) {
        this.transfers = transfers;
        this.teller = teller;
    }

    @POST
    public CompletionStage<Response> post(
            @NotNull @Valid TransferRequest transfer, @Context HttpHeaders headers) {
        Command.Post command = transfer.command(IdempotencyKey.of(transfer.id(), headers));
        return teller.submit(Unit.of(command), null).thenApply(PostedResponse::of);
    }

    @GET
    @Path("/{id}")
    public TransferResponse get(@PathParam("id") String id) {
        return Uuids.parse(id)
                .flatMap(transfers::find)
                .map(TransferResponse::from)
                .orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(String transfer) {
        return new ProblemException(
                Problem.of(
                                ProblemType.TRANSFER_NOT_FOUND,
                                "There is no transfer %s.".formatted(transfer))
                        .with("transfer", transfer));
    }
}
