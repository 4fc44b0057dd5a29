package dev.remit.api.transfer;

import dev.remit.api.BatchValidator;
import dev.remit.api.DryRun;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.LedgerService;
import dev.remit.api.PageQuery;
import dev.remit.api.PlainText;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Command;
import dev.remit.ledger.Request;
import dev.remit.store.LedgerReader;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

/** Transfers over HTTP. Translates, and decides nothing. */
@Path(Routes.TRANSFERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

    private final LedgerReader reader;
    private final LedgerService ledger;
    private final BatchValidator validator;

    TransfersResource(LedgerReader reader, LedgerService ledger, BatchValidator validator) {
        this.reader = reader;
        this.ledger = ledger;
        this.validator = validator;
    }

    @POST
    public CompletionStage<RestResponse<TransferResponse>> post(
            TransferRequest transfer,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        // Not by an interceptor, as elsewhere: this is where most calls come, and that costs more.
        validator.check(transfer, TransferRequest.Alone.class);
        Command command = transfer.command(IdempotencyKey.of(transfer.id(), call));
        return ledger.submit(command, DryRun.of(dryRun), null).thenApply(TransferResponse::made);
    }

    /** Takes long enough to read and to answer that an event loop would be missed meanwhile. */
    @POST
    @Path(Routes.BATCH)
    @Blocking
    public CompletionStage<Response> postAll(
            @NotNull @Valid TransferBatchRequest batch,
            @QueryParam(DryRun.PARAMETER) String dryRun,
            @Context HttpServerRequest call) {
        validator.check("transfers", batch.transfers(), TransferRequest.InBatch.class);
        Request request = batch.request(IdempotencyKey.ofCall(call)).dry(DryRun.of(dryRun));
        return batch.isAtomic()
                ? ledger.submitAll(request).thenApply(TransferBatchResponse::together)
                : ledger.submitEach(request).thenApply(TransferBatchResponse::each);
    }

    @GET
    public Response list(
            @QueryParam("reference") String reference,
            @QueryParam("limit") String limit,
            @QueryParam("before") String before,
            @Context UriInfo uri) {
        if (reference == null) {
            throw Problems.invalid("reference", "must be given");
        }
        if (!PlainText.Validator.isPlain(reference)) {
            throw Problems.invalid("reference", PlainText.MESSAGE);
        }
        TransferPage page =
                TransferPage.of(
                        reader.transfers(
                                reference, TransferPage.place(before), PageQuery.limit(limit)));
        return PageQuery.answer(page, "before", page.next(), uri);
    }

    @GET
    @Path(Routes.ID)
    public TransferResponse get(@PathParam("id") String id) {
        return Uuids.parse(id)
                .flatMap(reader::transfer)
                .map(TransferResponse::from)
                .orElseThrow(() -> new ProblemException(Problems.transferNotFound(id)));
    }
}
