package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.audit.Replay.Replayed;
import dev.remit.audit.TotalRows.Row;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Event;
import dev.remit.ledger.Transfer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers with which currency each account was opened, looks that no transfer changes it, and
 * adds up what all accounts of a currency hold together.
 */
final class Currencies {

    private final AccountStates accounts;
    private final Findings findings;

    /** Of each currency its number, from 1 on. */
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private final Map<Integer, RunningTotal> totals = new LinkedHashMap<>();

    /** Not any more once an account's opening, or an event, is missing. That has been told. */
    private boolean isCertain = true;

    Currencies(AccountStates accounts, Findings findings) {
        this.accounts = accounts;
        this.findings = findings;
    }

    /**
     * All that there have been, with those of these openings.
     *
     * @param recorded what some commits have recorded of accounts
     */
    Collection<String> with(Map<Key, AccountCommitRow> recorded) {
        // In an order that does not depend on that of rows.
        recorded.values().stream()
                .filter(row -> row.key().firstVersion() == 0)
                .map(row -> Currency.orDefault(row.currency()))
                .sorted()
                .forEach(this::number);
        return numbers.keySet();
    }

    /**
     * @param recorded of the accounts that the commit opened, as far as they are there
     * @param rows of {@code totals} that the commit has, by currency
     */
    void check(Replayed replayed, Map<Key, AccountCommitRow> recorded, Map<String, Row> rows) {
        CommitRow commit = replayed.row();
        isCertain &= replayed.isComplete();
        for (Event event : replayed.events()) {
            switch (event) {
                case Event.Opened it -> {
                    AccountCommitRow row = recorded.get(new Key(it.account(), 0));
                    if (row != null) {
                        accounts.setCurrency(
                                it.account(), number(Currency.orDefault(row.currency())));
                    }
                    add(accounts.currency(it.account()), 1, 0);
                }
                case Event.Posted it -> check(commit, it.transfer());
                case Event.Held it -> checkSame(commit, it.transfer());
                case Event.Released it -> {}
                case Event.Changed it -> {}
                case Event.OfMonitor it -> {}
                case Event.Closed it -> add(accounts.currency(it.account()), -1, 0);
            }
        }
        if (isCertain) {
            numbers.forEach(
                    (currency, number) ->
                            totals.get(number).check(commit, rows.get(currency), findings));
        }
    }

    private int number(String currency) {
        return numbers.computeIfAbsent(
                currency,
                unknown -> {
                    int number = numbers.size() + 1;
                    totals.put(number, new RunningTotal(currency));
                    return number;
                });
    }

    private void check(CommitRow commit, Transfer transfer) {
        if (transfer.from() == null) {
            add(accounts.currency(transfer.to().account()), 0, transfer.amount());
        } else if (transfer.to() == null) {
            add(accounts.currency(transfer.from().account()), 0, -transfer.amount());
        } else {
            checkSame(commit, transfer);
        }
    }

    private void checkSame(CommitRow commit, Transfer transfer) {
        if (transfer.to() == null) {
            return;
        }
        int from = accounts.currency(transfer.from().account());
        int to = accounts.currency(transfer.to().account());
        if (from != to && from != 0 && to != 0) {
            findings.add(
                    "transfer %s: commit %d posted it between accounts of different currencies",
                    transfer.id(), commit.sequence());
        }
    }

    private void add(int currency, long accounts, long money) {
        if (currency == 0) {
            isCertain = false;
        } else {
            totals.get(currency).add(accounts, money);
        }
    }
}
