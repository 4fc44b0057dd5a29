package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.commit.NotCommitted;
import dev.remit.ledger.Rejection;

/** How callers are told why something was not posted. */
public final class LedgerProblems {

    private LedgerProblems() {}

    public static Problem of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.OfAccount it -> AccountProblems.of(it);
            case Rejection.OfTransfer it -> TransferProblems.of(it);
            case Rejection.OfMonitor it -> MonitorProblems.of(it);
        };
    }

    public static Problem of(NotCommitted.Reason reason) {
        return switch (reason) {
            case CONTENTION -> Problems.contention();
            case OVERLOADED ->
                    Problem.of(
                            ProblemType.OVERLOADED,
                            "There is more to post than can be posted now, so nothing was changed; try again.");
            case DATABASE_UNAVAILABLE -> Problems.databaseUnavailable();
            case SHUTTING_DOWN -> Problems.shuttingDown();
            case OUTCOME_UNKNOWN ->
                    Problem.of(
                            ProblemType.OUTCOME_UNKNOWN,
                            "The database did not say whether this was committed; repeat the call with the same id to find out, it is never posted twice.");
            case INTERNAL -> Problem.internalError();
        };
    }
}
