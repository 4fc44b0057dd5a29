package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import dev.remit.ledger.Request;
import dev.remit.store.LedgerReader;
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
@Path(Routes.TRANSFERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

    private final LedgerReader reader;
    private final LedgerService ledger;

    TransfersResource(LedgerReader reader, LedgerService ledger) {
        this.reader = reader;
        this.ledger = ledger;
    }

    @POST
    public CompletionStage<Response> post(
            @NotNull @Valid TransferRequest transfer, @Context HttpHeaders headers) {
        Command.Post command = transfer.command(IdempotencyKey.of(transfer.id(), headers));
        return ledger.submit(Request.of(command), null).thenApply(TransferResponse::made);
    }

    @GET
    @Path(Routes.ID)
    public TransferResponse get(@PathParam("id") String id) {
        return Uuids.parse(id)
                .flatMap(reader::transfer)
                .map(TransferResponse::from)
                .orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(String transfer) {
        String echo = Problems.echo(transfer);
        return new ProblemException(
                Problem.of(
                                ProblemType.TRANSFER_NOT_FOUND,
                                "There is no transfer %s.".formatted(echo))
                        .with("transfer", echo));
    }
}
