package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.ledger.Event;
import dev.remit.ledger.Transfer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers with which currency each account was opened, and looks that no transfer changes it. */
final class Currencies {

    private final AccountStates accounts;
    private final Findings findings;

    /** From 1 on. */
    private final Map<String, Integer> numbers = new HashMap<>();

    Currencies(AccountStates accounts, Findings findings) {
        this.accounts = accounts;
        this.findings = findings;
    }

    /**
     * @param recorded of the accounts that the commit opened, as far as they are there
     */
    void check(CommitRow commit, List<Event> events, Map<Key, AccountCommitRow> recorded) {
        for (Event event : events) {
            switch (event) {
                case Event.Opened it -> {
                    AccountCommitRow row = recorded.get(new Key(it.account(), 0));
                    if (row != null) {
                        accounts.setCurrency(
                                it.account(), number(Columns.currency(row.currency())));
                    }
                }
                case Event.Posted it -> check(commit, it.transfer());
                case Event.Closed it -> {}
            }
        }
    }

    private int number(String currency) {
        return numbers.computeIfAbsent(currency, unknown -> numbers.size() + 1);
    }

    private void check(CommitRow commit, Transfer transfer) {
        if (transfer.from() == null || transfer.to() == null) {
            return;
        }
        int from = accounts.currency(transfer.from().account());
        int to = accounts.currency(transfer.to().account());
        // An opening that is missing has been told.
        if (from != to && from != 0 && to != 0) {
            findings.add(
                    "transfer %s: commit %d posted it between accounts of different currencies",
                    transfer.id(), commit.sequence());
        }
    }
}
