package dev.remit.console.transfer;

import dev.remit.api.LedgerProblems;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.console.Visitor;
import dev.remit.console.account.AccountView;
import dev.remit.console.account.AccountViews;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Rejection;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Looks up between which accounts money moves, and what money that is. */
@Singleton
class Sides {

    private final AccountViews accounts;

    Sides(AccountViews accounts) {
        this.accounts = accounts;
    }

    /**
     * That of a transfer's accounts.
     *
     * @param from may be null
     * @param to may be null if the other one is not
     */
    Currency currency(UUID from, UUID to) {
        if (from == null && to == null) {
            throw Problems.invalid("from", "must be there where to is not");
        }
        UUID account = from == null ? to : from;
        return accounts.find(account)
                .map(AccountView::currency)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        LedgerProblems.of(new Rejection.AccountNotFound(account))));
    }

    /**
     * @param entry null for none
     */
    Side of(Entry entry, Currency currency, Visitor visitor) {
        AccountView account =
                entry == null || !visitor.readsAccounts()
                        ? null
                        : accounts.find(entry.account()).orElse(null);
        return Side.of(entry, account, currency);
    }
}
