package dev.remit.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.api.Answers;
import dev.remit.api.LedgerProblems;
import dev.remit.api.problem.Problem;
import dev.remit.ledger.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the transfers of a batch, in the order of the request. */
final class TransferBatchResponse {

    /** Of those that were posted together. */
    @Schema(name = "Transfers")
    @RegisterForReflection
    record Together(List<TransferResponse> transfers) {}

    /** Of those that were posted, or were not, each for itself. */
    @Schema(name = "TransferResults")
    @RegisterForReflection
    record Each(List<Result> results) {}

    /**
     * @param transfer if it is posted
     * @param problem if it is rejected: what a call of its own would be answered
     */
    @Schema(name = "TransferResult")
    @RegisterForReflection
    record Result(
            @Schema(enumeration = {"posted", "rejected"}) String status,
            @Schema(description = "If it is posted") @JsonInclude(JsonInclude.Include.NON_NULL)
                    TransferResponse transfer,
            @Schema(ref = "Problem") @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) {}

    private TransferBatchResponse() {}

    /** Replayed if all were. */
    static Response together(List<Outcome> outcomes) {
        List<TransferResponse> transfers =
                outcomes.stream()
                        .map(it -> TransferResponse.from(((Outcome.Posted) it).transfer()))
                        .toList();
        return Answers.made(
                        new Together(transfers),
                        null,
                        outcomes.stream().allMatch(it -> ((Outcome.Posted) it).replayed()))
                .toResponse();
    }

    static Response each(List<Outcome> outcomes) {
        return Response.ok(new Each(outcomes.stream().map(TransferBatchResponse::result).toList()))
                .build();
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted it ->
                    new Result("posted", TransferResponse.from(it.transfer()), null);
            case Outcome.Rejected it ->
                    new Result("rejected", null, LedgerProblems.of(it.rejection()));
            case Outcome.Changed it -> throw new IllegalArgumentException(it.toString());
            case Outcome.Opened it -> throw new IllegalArgumentException(it.toString());
            case Outcome.Closed it -> throw new IllegalArgumentException(it.toString());
            case Outcome.OfMonitor it -> throw new IllegalArgumentException(it.toString());
        };
    }
}
