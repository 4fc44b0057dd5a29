package dev.remit.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The ledger as a commit has left it so far: what was read, and on top of it what has happened
 * since. What has happened can be taken back, last things first.
 */
final class Draft {

    private final State state;
    private final long sequence;
    private final long time;
    private final List<Event> events = new ArrayList<>();

    /** Those that differ from what was read; empty ones are not there any more. */
    private final Map<UUID, Optional<Account>> accounts = new HashMap<>();

    private final Map<UUID, Transfer> transfers = new HashMap<>();
    private final Map<UUID, State.Opening> openings = new HashMap<>();

    /** As they were just before. */
    private final Map<UUID, Account> closed = new HashMap<>();

    /** Null if nobody is named. */
    private String actor;

    Draft(State state, long now) {
        this.state = state;
        this.sequence = state.head().sequence() + 1;
        this.time = Math.max(now, state.head().committedAt());
    }

    /** Who asks for all that happens from now on; null if nobody is named. */
    void by(String actor) {
        this.actor = actor;
    }

    long sequence() {
        return sequence;
    }

    long time() {
        return time;
    }

    List<Event> events() {
        return events;
    }

    /** The account, if it is open now; null if it is not. */
    Account account(UUID id) {
        Optional<Account> changed = accounts.get(id);
        return changed == null ? state.accounts().get(id) : changed.orElse(null);
    }

    /** When and how the account was opened, also if it has been closed since; null if never. */
    State.Opening opening(UUID id) {
        State.Opening opening = openings.get(id);
        return opening != null ? opening : state.openings().get(id);
    }

    /** The transfer that is posted under the id; null if none is. */
    Transfer transfer(UUID id) {
        Transfer transfer = transfers.get(id);
        return transfer != null ? transfer : state.transfers().get(id);
    }

    void open(UUID id, String name, String currency) {
        accounts.put(id, Optional.of(new Account(id, 0, 0, currency)));
        openings.put(id, new State.Opening(name, time));
        events.add(new Event.Opened(id, name, currency, actor));
    }

    /**
     * @param from null for a deposit
     * @param to null for a withdrawal
     */
    Transfer post(UUID id, UUID from, UUID to, long amount, String reference) {
        Transfer transfer =
                new Transfer(
                        id,
                        from == null ? null : move(from, -amount),
                        to == null ? null : move(to, amount),
                        amount,
                        reference,
                        sequence,
                        time);
        transfers.put(id, transfer);
        events.add(new Event.Posted(transfer, actor));
        return transfer;
    }

    void close(UUID id) {
        Account account = account(id);
        events.add(new Event.Closed(id, account.version(), actor));
        closed.put(id, account);
        accounts.put(id, Optional.empty());
    }

    /** What has changed of all accounts together. Transfers between accounts change nothing. */
    List<TotalChange> totals() {
        Map<String, TotalChange> totals = new TreeMap<>();
        for (Event event : events) {
            switch (event) {
                case Event.Opened it -> add(totals, it.account(), 1, 0);
                case Event.Posted it -> {
                    Transfer transfer = it.transfer();
                    if (transfer.from() == null) {
                        add(totals, transfer.to().account(), 0, transfer.amount());
                    } else if (transfer.to() == null) {
                        add(totals, transfer.from().account(), 0, -transfer.amount());
                    }
                }
                case Event.Closed it -> add(totals, it.account(), -1, 0);
            }
        }
        return totals.values().stream().filter(change -> !change.isNone()).toList();
    }

    private void add(Map<String, TotalChange> totals, UUID account, long accounts, long money) {
        Account open = account(account);
        String currency = (open == null ? closed.get(account) : open).currency();
        totals.merge(
                currency,
                new TotalChange(currency, accounts, BigInteger.valueOf(money)),
                TotalChange::and);
    }

    /** Leaves no more than so many events. */
    void takeBack(int length) {
        while (events.size() > length) {
            switch (events.removeLast()) {
                case Event.Opened it -> {
                    accounts.put(it.account(), Optional.empty());
                    openings.remove(it.account());
                }
                case Event.Posted it -> {
                    Transfer transfer = it.transfer();
                    transfers.remove(transfer.id());
                    takeBack(transfer.from(), -transfer.amount());
                    takeBack(transfer.to(), transfer.amount());
                }
                case Event.Closed it ->
                        accounts.put(it.account(), Optional.of(closed.remove(it.account())));
            }
        }
    }

    private Entry move(UUID id, long amount) {
        Account account = account(id).move(amount);
        accounts.put(id, Optional.of(account));
        return account.entry();
    }

    private void takeBack(Entry entry, long amount) {
        if (entry != null) {
            UUID id = entry.account();
            accounts.put(id, Optional.of(account(id).takeBack(amount)));
        }
    }
}
