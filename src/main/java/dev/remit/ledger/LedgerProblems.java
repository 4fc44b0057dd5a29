package dev.remit.ledger;

import dev.remit.problem.Problem;
import dev.remit.problem.ProblemType;
import dev.remit.problem.Problems;

/** How callers are told why something was not posted. */
public final class LedgerProblems {

    private LedgerProblems() {}

    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.AccountNotFound it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_NOT_FOUND,
                                    "There is no account %s.".formatted(it.account()))
                            // The request is understood, and the account is not what its path
                            // names.
                            .withStatus(422)
                            .with("account", it.account());
            case Refusal.AccountExists it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_EXISTS,
                                    "There is an account %s already.".formatted(it.account()))
                            .with("account", it.account());
            case Refusal.AccountNotEmpty it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_NOT_EMPTY,
                                    "Account %s still holds %d; move it away first, or repeat the call with payout=true."
                                            .formatted(it.account(), it.balance()))
                            .with("account", it.account())
                            .with("balance", it.balance());
            case Refusal.InsufficientFunds it ->
                    Problem.of(
                                    ProblemType.INSUFFICIENT_FUNDS,
                                    "Account %s holds %d, which is less than %d."
                                            .formatted(it.account(), it.balance(), it.amount()))
                            .with("account", it.account())
                            .with("balance", it.balance())
                            .with("amount", it.amount());
            case Refusal.BalanceLimit it ->
                    Problem.of(
                                    ProblemType.BALANCE_LIMIT,
                                    "Account %s holds %d; with %d more it would hold more than %d."
                                            .formatted(
                                                    it.account(),
                                                    it.balance(),
                                                    it.amount(),
                                                    Money.MAX))
                            .with("account", it.account())
                            .with("balance", it.balance())
                            .with("amount", it.amount());
            case Refusal.SameAccount it ->
                    Problem.of(
                                    ProblemType.SAME_ACCOUNT,
                                    "A transfer needs two accounts, and both are %s."
                                            .formatted(it.account()))
                            .with("account", it.account());
            case Refusal.IdempotencyConflict it ->
                    Problem.of(
                                    ProblemType.IDEMPOTENCY_CONFLICT,
                                    "Transfer %s was posted before, with other content."
                                            .formatted(it.transfer()))
                            .with("transfer", it.transfer());
        };
    }

    public static Problem of(PostingFailed.Reason reason) {
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
