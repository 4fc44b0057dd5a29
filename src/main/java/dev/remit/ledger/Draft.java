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

    void open(UUID id, String currency, Terms terms) {
        put(accounts, id, Account.opened(id, currency, terms));
        put(profiles, id, new State.Profile(terms.name(), terms.metadata(), time));
        events.add(new Event.Opened(id, terms, currency, actor));
    }

    void change(UUID id, Terms terms) {
        Account account = account(id).under(terms);
        put(accounts, id, account);
        long openedAt = profile(id).openedAt();
        put(profiles, id, new State.Profile(terms.name(), terms.metadata(), openedAt));
        events.add(new Event.Changed(id, account.revision(), terms, actor));
    }

    void close(UUID id) {
        events.add(new Event.Closed(id, account(id).version(), actor));
        put(accounts, id, null);
    }

    Transfer post(Command.Post post) {
        return add(
                new Transfer(
                        post.id(),
                        Kind.POSTING,
                        entry(post.from(), -post.amount()),
                        entry(post.to(), post.amount()),
                        post.amount(),
                        post.reference(),
                        post.metadata(),
                        null,
                        0,
                        null,
                        sequence,
                        time));
    }

    Transfer hold(Command.Hold hold) {
        Command.Post post = hold.transfer();
        put(accounts, post.from(), account(post.from()).hold(post.amount()));
        return add(
                new Transfer(
                        post.id(),
                        Kind.HOLD,
                        unmoved(post.from()),
                        unmoved(post.to()),
                        post.amount(),
                        post.reference(),
                        post.metadata(),
                        null,
                        0,
                        hold.lifetime() == null ? null : time + hold.lifetime(),
                        sequence,
                        time));
    }

    /**
     * @param amount what moves, or else is released, of what was held
     */
    Transfer settle(Command.Settle settle, Transfer hold, long amount) {
        UUID from = hold.from().account();
        UUID to = Transfer.account(hold.to());
        put(accounts, from, account(from).hold(-hold.amount()));
        boolean moves = settle.kind().movesMoney();
        return follow(
                hold,
                new Transfer(
                        settle.id(),
                        settle.kind(),
                        moves ? entry(from, -amount) : unmoved(from),
                        moves ? entry(to, amount) : unmoved(to, hold.to()),
                        amount,
                        hold.reference(),
                        hold.metadata(),
                        hold.id(),
                        hold.amount(),
                        null,
                        sequence,
                        time));
    }

    /**
     * @param amount what moves back
     * @param reversed how much of the transfer is moved back then
     */
    Transfer reverse(Command.Reverse reverse, Transfer transfer, long amount, long reversed) {
        return follow(
                transfer,
                new Transfer(
                        reverse.id(),
                        Kind.REVERSAL,
                        entry(Transfer.account(transfer.to()), -amount),
                        entry(Transfer.account(transfer.from()), amount),
                        amount,
                        reverse.reference(),
                        reverse.metadata(),
                        transfer.id(),
                        reversed,
                        null,
                        sequence,
                        time));
    }

    /** What has become of each account of which something has. */
    List<AccountChange> accounts() {
        List<AccountChange> changes = new ArrayList<>(accounts.changed().size());
        for (UUID id : accounts.changed()) {
            Account before = state.accounts().get(id);
            Account after = accounts.get(id);
            if (before != null || after != null) {
                boolean isUnderOthers =
                        after != null && (before == null || before.revision() != after.revision());
                changes.add(
                        new AccountChange(
                                before, after, isUnderOthers ? profile(id).terms(after) : null));
            }
        }
        return changes;
    }

    /** What has changed of all accounts together. */
    List<TotalChange> totals() {
        return TotalChange.of(events, state.accounts());
    }

    private Transfer follow(Transfer transfer, Transfer follower) {
        UUID id = transfer.id();
        put(followers, id, State.Followers.after(followers.get(id), follower));
        return add(follower);
    }

    private Transfer add(Transfer transfer) {
        put(transfers, transfer.id(), transfer);
        events.add(Event.of(transfer, actor));
        return transfer;
    }

    /** Moves the money; null if there is no account. */
    private Entry entry(UUID id, long amount) {
        if (id == null) {
            return null;
        }
        Account account = account(id).move(amount);
        put(accounts, id, account);
        return account.entry();
    }

    /** Null if there is no account. */
    private Entry unmoved(UUID id) {
        return id == null ? null : account(id).entry();
    }

    /** As it was if the account is not open any more. */
    private Entry unmoved(UUID id, Entry before) {
        return id == null || account(id) == null ? before : account(id).entry();
    }

    private <V> void put(Overlay<V> overlay, UUID id, V value) {
        if (mayBeTakenBack) {
            undo.add(overlay.undo(id));
        }
        overlay.put(id, value);
    }
}
