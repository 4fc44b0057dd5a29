package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.commit.NotCommitted;
import dev.remit.ledger.Metadata;
import dev.remit.ledger.Money;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.TransferRules;

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
                    Problem.of(ProblemType.ACCOUNT_NOT_EMPTY, notEmpty(it))
                            .with("account", it.account())
                            .with("balance", it.balance());
            case Rejection.AccountChanged it ->
                    Problem.of(
                                    ProblemType.PRECONDITION_FAILED,
                                    "Account %s is not in a state that If-Match names; read it again."
                                            .formatted(it.account()))
                            .with("account", it.account());
            case Rejection.AccountFrozen it ->
                    Problem.of(
                                    ProblemType.ACCOUNT_FROZEN,
                                    "Account %s is frozen: %s."
                                            .formatted(it.account(), it.frozen().text()))
                            .with("account", it.account())
                            .with("frozen", it.frozen().text());
            case Rejection.OverdraftInUse it ->
                    Problem.of(
                                    ProblemType.OVERDRAFT_IN_USE,
                                    "Account %s has a balance of %d of which %d is held, which needs more of an overdraft than %d."
                                            .formatted(
                                                    it.account(),
                                                    it.balance(),
                                                    it.held(),
                                                    it.overdraft()))
                            .with("account", it.account())
                            .with("balance", it.balance())
                            .with("held", it.held());
            case Rejection.MetadataLimit it ->
                    Problem.of(
                                    ProblemType.METADATA_LIMIT,
                                    "The metadata of account %s would be larger than %d bytes."
                                            .formatted(it.account(), Metadata.MAX_BYTES))
                            .with("account", it.account());
            case Rejection.InsufficientFunds it ->
                    Problem.of(ProblemType.INSUFFICIENT_FUNDS, insufficient(it))
                            .with("account", it.account())
                            .with("balance", it.balance())
                            .with("available", it.available())
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
            case Rejection.TransferNotFound it -> Problems.transferNotFound(it.transfer());
            case Rejection.NotAHold it ->
                    Problem.of(
                                    ProblemType.NOT_A_HOLD,
                                    "Transfer %s is not a hold, so there is nothing to be settled."
                                            .formatted(it.transfer()))
                            .with("transfer", it.transfer());
            case Rejection.TransferSettled it ->
                    Problem.of(
                                    ProblemType.TRANSFER_SETTLED,
                                    "Transfer %s is %s."
                                            .formatted(it.transfer(), it.state().text()))
                            .with("transfer", it.transfer())
                            .with("state", it.state().text());
            case Rejection.ExceedsHold it ->
                    Problem.of(
                                    ProblemType.EXCEEDS_HOLD,
                                    "Transfer %s holds %d, which is less than %d."
                                            .formatted(it.transfer(), it.held(), it.amount()))
                            .with("transfer", it.transfer())
                            .with("held", it.held())
                            .with("amount", it.amount());
            case Rejection.NotReversible it ->
                    Problem.of(
                                    ProblemType.NOT_REVERSIBLE,
                                    "Transfer %s is a hold, the end of one, or a reversal itself."
                                            .formatted(it.transfer()))
                            .with("transfer", it.transfer());
            case Rejection.ReversalLimit it ->
                    Problem.of(
                                    ProblemType.REVERSAL_LIMIT,
                                    "Transfer %s is reversed in %d parts, which is as many as there may be."
                                            .formatted(it.transfer(), TransferRules.MOST_REVERSALS))
                            .with("transfer", it.transfer());
            case Rejection.ExceedsTransfer it ->
                    Problem.of(
                                    ProblemType.EXCEEDS_TRANSFER,
                                    "Of transfer %s, %d is left to be reversed."
                                            .formatted(it.transfer(), it.rest()))
                            .with("transfer", it.transfer())
                            .with("rest", it.rest())
                            .with("amount", it.amount());
        };
    }

    private static String notEmpty(Rejection.AccountNotEmpty it) {
        if (it.held() > 0) {
            return "On account %s %d is held; settle that first."
                    .formatted(it.account(), it.held());
        }
        return it.balance() < 0
                ? "Account %s owes %d; pay that in first.".formatted(it.account(), -it.balance())
                : "Account %s still holds %d; move it away first, or repeat the call with payout=true."
                        .formatted(it.account(), it.balance());
    }

    private static String insufficient(Rejection.InsufficientFunds it) {
        return it.available() == it.balance()
                ? "Account %s holds %d, which is less than %d."
                        .formatted(it.account(), it.balance(), it.amount())
                : "Account %s holds %d, of which %d can be spent with its overdraft and without what is held, which is less than %d."
                        .formatted(it.account(), it.balance(), it.available(), it.amount());
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
