package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.commit.NotCommitted;
import dev.remit.ledger.Money;
import dev.remit.ledger.Rejection;

/** How callers are told why something was not posted. */
public final class LedgerProblems {

    private LedgerProblems() {}

    public static Problem of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.AccountNotFound it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_NOT_FOUND,
                                    "There is no account %s.".formatted(it.account()))
                            // The request is understood, and the account is not what its path
                            // names.
                            .withStatus(422)
                            .with("account", it.account());
            case Rejection.AccountExists it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_EXISTS,
                                    "The id %s was used before, for an account that is closed or was opened with another balance or currency."
                                            .formatted(it.account()))
                            .with("account", it.account());
            case Rejection.AccountNotEmpty it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_NOT_EMPTY,
                                    "Account %s still holds %d; move it away first, or repeat the call with payout=true."
                                            .formatted(it.account(), it.balance()))
                            .with("account", it.account())
                            .with("balance", it.balance());
            case Rejection.InsufficientFunds it ->
                    Problem.of(
                                    ProblemType.INSUFFICIENT_FUNDS,
                                    "Account %s holds %d, which is less than %d."
                                            .formatted(it.account(), it.balance(), it.amount()))
                            .with("account", it.account())
                            .with("balance", it.balance())
                            .with("amount", it.amount());
            case Rejection.BalanceLimit it ->
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
            case Rejection.CurrencyMismatch it ->
                    Problem.of(
                                    ProblemType.CURRENCY_MISMATCH,
                                    "Account %s is in %s, and account %s in %s."
                                            .formatted(
                                                    it.from(),
                                                    it.fromCurrency(),
                                                    it.to(),
                                                    it.toCurrency()))
                            .with("account", it.to());
            case Rejection.SameAccount it ->
                    Problem.of(
                                    ProblemType.SAME_ACCOUNT,
                                    "A transfer needs two accounts, and both are %s."
                                            .formatted(it.account()))
                            .with("account", it.account());
            case Rejection.IdempotencyConflict it ->
                    Problem.of(
                                    ProblemType.IDEMPOTENCY_CONFLICT,
                                    "Transfer %s was posted before, with other content."
                                            .formatted(it.transfer()))
                            .with("transfer", it.transfer());
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
