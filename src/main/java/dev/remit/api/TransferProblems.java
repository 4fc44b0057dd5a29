package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.TransferRules;

/** What an earlier transfer does not allow. */
final class TransferProblems {

    private TransferProblems() {}

    static Problem of(Rejection.OfTransfer rejection) {
        return switch (rejection) {
            case Rejection.TransferNotFound it -> Problems.transferNotFound(it.transfer());
            case Rejection.IdempotencyConflict it ->
                    problem(
                            it,
                            ProblemType.IDEMPOTENCY_CONFLICT,
                            "Transfer %s was posted before, with other content.");
            case Rejection.NotAHold it ->
                    problem(
                            it,
                            ProblemType.NOT_A_HOLD,
                            "Transfer %s is not a hold, so there is nothing to be settled.");
            case Rejection.TransferSettled it ->
                    problem(
                                    it,
                                    ProblemType.TRANSFER_SETTLED,
                                    "Transfer %%s is %s.".formatted(it.state().text()))
                            .with("state", it.state().text());
            case Rejection.ExceedsHold it ->
                    problem(
                                    it,
                                    ProblemType.EXCEEDS_HOLD,
                                    "Transfer %%s holds %d, which is less than %d."
                                            .formatted(it.held(), it.amount()))
                            .with("held", it.held())
                            .with("amount", it.amount());
            case Rejection.NotReversible it ->
                    problem(
                            it,
                            ProblemType.NOT_REVERSIBLE,
                            "Transfer %s is a hold, the end of one, or a reversal itself.");
            case Rejection.ExceedsTransfer it ->
                    problem(
                                    it,
                                    ProblemType.EXCEEDS_TRANSFER,
                                    "Of transfer %%s, %d is left to be reversed."
                                            .formatted(it.rest()))
                            .with("rest", it.rest())
                            .with("amount", it.amount());
            case Rejection.ReversalLimit it ->
                    problem(
                            it,
                            ProblemType.REVERSAL_LIMIT,
                            "Transfer %%s is reversed in %d parts, which is as many as there may be."
                                    .formatted(TransferRules.MOST_REVERSALS));
        };
    }

    /**
     * @param detail with a place for the transfer
     */
    private static Problem problem(
            Rejection.OfTransfer rejection, ProblemType type, String detail) {
        return Problem.of(type, detail.formatted(rejection.transfer()))
                .with("transfer", rejection.transfer());
    }
}
