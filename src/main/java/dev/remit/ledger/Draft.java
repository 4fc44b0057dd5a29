package dev.remit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The ledger as a commit has left it so far: what was read, and on top of it what has happened
 * since. What a request has done can be taken back as long as the next one has not begun.
 */
final class Draft {

    private final State state;
    private final long sequence;
    private final long time;
    private final List<Event> events = new ArrayList<>();
    private final Overlay<Account> accounts;
    private final Overlay<State.Profile> profiles;
    private final Overlay<Transfer> transfers;
    private final Overlay<State.Followers> followers;
    private final Overlay<State.Created> monitors;

    /** How to undo what the request has done, last things last. */
    private final List<Runnable> undo = new ArrayList<>();

    private int eventsBefore;
    private boolean mayBeTakenBack;

    /** Null if nobody is named. */
    private String actor;

    Draft(State state, long now) {
        this.state = state;
        this.sequence = state.head().sequence() + 1;
        this.time = Math.max(now, state.head().committedAt());
        this.accounts = new Overlay<>(state.accounts());
        this.profiles = new Overlay<>(state.profiles());
        this.transfers = new Overlay<>(state.transfers());
        this.followers = new Overlay<>(state.followers());
        this.monitors = new Overlay<>(state.monitors());
    }

    /** All that happens from now on is of this request. */
    void begin(Request request) {
        actor = request.actor();
        eventsBefore = events.size();
        undo.clear();
        // A single command is looked at as a whole before it changes anything.
        mayBeTakenBack = request.isDry() || request.isAtomic() && request.size() > 1;
    }

    /** Nothing of the request has happened. */
    void takeBack() {
        while (!undo.isEmpty()) {
            undo.removeLast().run();
        }
        events.subList(eventsBefore, events.size()).clear();
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
        return accounts.get(id);
    }

    /** Of an open account whose terms a command has to know. */
    State.Profile profile(UUID id) {
        return profiles.get(id);
    }

    /** Whether the account was ever opened, also if it has been closed since. */
    boolean wasOpened(UUID id) {
        return state.openings().contains(id) || profiles.get(id) != null;
    }

    /** The transfer that is posted under the id; null if none is. */
    Transfer transfer(UUID id) {
        return transfers.get(id);
    }

    /** What has settled or reversed the transfer; null if nothing has. */
    State.Followers followers(UUID transfer) {
        return followers.get(transfer);
    }

    /** The monitor that was created under the id, also if it has ended since; null if none was. */
    State.Created monitor(UUID id) {
        return monitors.get(id);
    }

    void open(UUID id, String currency, Terms terms) {
        put(Account.opened(id, currency, terms));
        put(profiles, id, new State.Profile(terms.name(), terms.metadata(), time));
        events.add(new Event.Opened(id, terms, currency, actor));
    }

    void change(UUID id, Terms terms) {
        Account account = account(id).under(terms);
        put(account);
        long openedAt = profile(id).openedAt();
        put(profiles, id, new State.Profile(terms.name(), terms.metadata(), openedAt));
        events.add(new Event.Changed(id, account.revision(), terms, actor));
    }

    void create(Monitor monitor) {
        Account account = account(monitor.account());
        put(account.watchedBy(account.monitors().with(monitor)));
        put(monitors, monitor.id(), new State.Created(monitor, time));
        events.add(new Event.MonitorCreated(monitor, actor));
    }

    void delete(Monitor monitor) {
        Account account = account(monitor.account());
        put(account.watchedBy(account.monitors().without(monitor)));
        events.add(new Event.MonitorDeleted(monitor, actor));
    }

    /** Its monitors end with it. */
    void close(UUID id) {
        account(id).monitors().all().forEach(this::delete);
        events.add(new Event.Closed(id, account(id).version(), actor));
        put(accounts, id, null);
    }

    /** Money that has moved, or is held, or is not any more. */
    void add(Transfer transfer) {
        put(transfers, transfer.id(), transfer);
        UUID related = transfer.related();
        if (related != null) {
            put(followers, related, State.Followers.after(followers.get(related), transfer));
        }
        events.add(Event.of(transfer, actor));
    }

    void cross(Monitor monitor, Transfer transfer) {
        events.add(new Event.Crossed(monitor, transfer, actor));
    }

    /** What has become of an open account. */
    void put(Account account) {
        put(accounts, account.id(), account);
    }

    /** What has become of each account of which something has. */
    List<AccountChange> accounts() {
        List<AccountChange> changes = new ArrayList<>(accounts.changed().size());
        for (UUID id : accounts.changed()) {
            Account before = state.accounts().get(id);
            Account after = accounts.get(id);
            if (before != null || after != null) {
                changes.add(new AccountChange(before, after, after == null ? null : profile(id)));
            }
        }
        return changes;
    }

    /** What has changed of all accounts together. */
    List<TotalChange> totals() {
        return TotalChange.of(events, state.accounts());
    }

    private <V> void put(Overlay<V> overlay, UUID id, V value) {
        if (mayBeTakenBack) {
            undo.add(overlay.undo(id));
        }
        overlay.put(id, value);
    }
}
