package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import dev.remit.ledger.Metadata;
import dev.remit.ledger.Money;
import dev.remit.ledger.Monitors;
import dev.remit.ledger.Rejection;

/** What an account does not allow. */
final class AccountProblems {

    private AccountProblems() {}

    static Problem of(Rejection.OfAccount rejection) {
        return switch (rejection) {
            case Rejection.AccountNotFound it ->
                    // The request is understood, and the account is not what its path names.
                    Problems.accountNotFound(it.account()).withStatus(422);
            case Rejection.AccountExists it ->
                    problem(
                            it,
                            ProblemType.ACCOUNT_EXISTS,
                            "The id %s was used before, for an account that is closed or was opened with another balance or currency.");
            case Rejection.AccountNotEmpty it ->
                    problem(it, ProblemType.ACCOUNT_NOT_EMPTY, notEmpty(it))
                            .with("balance", it.balance());
            case Rejection.AccountChanged it ->
                    problem(
                            it,
                            ProblemType.PRECONDITION_FAILED,
                            "Account %s is not in a state that If-Match names; read it again.");
            case Rejection.AccountFrozen it ->
                    problem(
                                    it,
                                    ProblemType.ACCOUNT_FROZEN,
                                    "Account %%s is frozen: %s.".formatted(it.frozen().text()))
                            .with("frozen", it.frozen().text());
            case Rejection.OverdraftInUse it ->
                    problem(
                                    it,
                                    ProblemType.OVERDRAFT_IN_USE,
                                    "Account %%s has a balance of %d of which %d is held, which needs more of an overdraft than %d."
                                            .formatted(it.balance(), it.held(), it.overdraft()))
                            .with("balance", it.balance())
                            .with("held", it.held());
            case Rejection.MetadataLimit it ->
                    problem(
                            it,
                            ProblemType.METADATA_LIMIT,
                            "The metadata of account %%s would be larger than %d bytes."
                                    .formatted(Metadata.MAX_BYTES));
            case Rejection.MonitorLimit it ->
                    problem(
                            it,
                            ProblemType.MONITOR_LIMIT,
                            "Account %%s is watched by %d monitors, which is as many as there may be."
                                    .formatted(Monitors.MOST));
            case Rejection.InsufficientFunds it ->
                    problem(it, ProblemType.INSUFFICIENT_FUNDS, insufficient(it))
                            .with("balance", it.balance())
                            .with("available", it.available())
                            .with("amount", it.amount());
            case Rejection.BalanceLimit it ->
                    problem(
                                    it,
                                    ProblemType.BALANCE_LIMIT,
                                    "Account %%s holds %d; with %d more it would hold more than %d."
                                            .formatted(it.balance(), it.amount(), Money.MAX))
                            .with("balance", it.balance())
                            .with("amount", it.amount());
            case Rejection.CurrencyMismatch it ->
                    problem(
                            it,
                            ProblemType.CURRENCY_MISMATCH,
                            "Account %%s is in %s, and account %s in %s."
                                    .formatted(it.currency(), it.from(), it.fromCurrency()));
            case Rejection.SameAccount it ->
                    problem(
                            it,
                            ProblemType.SAME_ACCOUNT,
                            "A transfer needs two accounts, and both are %s.");
        };
    }

    /**
     * @param detail with a place for the account
     */
    private static Problem problem(Rejection.OfAccount rejection, ProblemType type, String detail) {
        return Problem.of(type, detail.formatted(rejection.account()))
                .with("account", rejection.account());
    }

    private static String notEmpty(Rejection.AccountNotEmpty it) {
        if (it.held() > 0) {
            return "On account %%s %d is held; settle that first.".formatted(it.held());
        }
        return it.balance() < 0
                ? "Account %%s owes %d; pay that in first.".formatted(-it.balance())
                : "Account %%s still holds %d; move it away first, or repeat the call with payout=true."
                        .formatted(it.balance());
    }

    private static String insufficient(Rejection.InsufficientFunds it) {
        return it.available() == it.balance()
                ? "Account %%s holds %d, which is less than %d."
                        .formatted(it.balance(), it.amount())
                : "Account %%s holds %d, of which %d can be spent with its overdraft and without what is held, which is less than %d."
                        .formatted(it.balance(), it.available(), it.amount());
    }
}
