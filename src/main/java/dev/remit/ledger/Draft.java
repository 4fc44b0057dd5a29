package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The books as a batch has left them so far: what was read, and on top of it what was decided
 * since. A unit that is refused halfway through is taken back as a whole.
 */
final class Draft {

    private final Books books;
    private final long now;
    private final Map<UUID, Running> accounts = new HashMap<>();
    private final Map<UUID, Posting> posted = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();

    /**
     * The accounts as they were when the unit under way began; null if it need not be taken back.
     */
    private Map<UUID, Optional<Running>> before;

    private int lengthBefore;

    Draft(Books books, long now) {
        this.books = books;
        this.now = now;
    }

    /** The account, if there is one now; null if there is none. */
    Running account(UUID id) {
        if (id == null) {
            return null;
        }
        Running account = accounts.get(id);
        if (before != null) {
            keep(id, account);
        }
        if (account == null) {
            Books.Entry entry = books.accounts().get(id);
            if (entry == null) {
                return null;
            }
            account = new Running(id, true, entry.balance(), entry.version(), entry.postedAt());
            accounts.put(id, account);
        }
        return account.isOpen ? account : null;
    }

    /** Opens an account that is not there; its chain goes on if there was one of that id before. */
    Running open(Command.Open open) {
        Running account = accounts.get(open.account());
        if (account == null) {
            Books.Tail tail = books.tails().getOrDefault(open.account(), new Books.Tail(0, now));
            account = new Running(open.account(), false, 0, tail.version(), tail.postedAt());
            accounts.put(open.account(), account);
        }
        account.open(open, now);
        return account;
    }

    /** What is in the journal under the id, null if nothing is. */
    Posting posting(UUID id) {
        Posting earlier = books.journal().get(id);
        return earlier != null ? earlier : posted.get(id);
    }

    /**
     * @param from null for a deposit
     * @param to null for a withdrawal
     */
    Posting write(UUID id, Running from, Running to, long amount, String reference) {
        long createdAt = now;
        if (from != null) {
            createdAt = Math.max(createdAt, from.postedAt);
        }
        if (to != null) {
            createdAt = Math.max(createdAt, to.postedAt);
        }
        Side fromSide = from == null ? null : from.move(-amount, createdAt);
        Side toSide = to == null ? null : to.move(amount, createdAt);
        Posting posting = new Posting(id, fromSide, toSide, amount, reference, createdAt);
        postings.add(posting);
        posted.put(id, posting);
        return posting;
    }

    /** From here on everything can be taken back. */
    void begin() {
        before = new HashMap<>();
        lengthBefore = postings.size();
    }

    void keepAll() {
        before = null;
    }

    void takeBack() {
        before.forEach(
                (id, account) ->
                        account.ifPresentOrElse(
                                running -> accounts.put(id, running), () -> accounts.remove(id)));
        List<Posting> undone = postings.subList(lengthBefore, postings.size());
        undone.forEach(posting -> posted.remove(posting.id()));
        undone.clear();
        before = null;
    }

    /** What is new in the journal, in order of posting. */
    List<Posting> postings() {
        return postings;
    }

    /** Every account that was touched, as it is now. */
    Collection<Running> accounts() {
        return accounts.values();
    }

    /** Only the first time counts: later the unit has changed it already. */
    private void keep(UUID id, Running account) {
        before.computeIfAbsent(id, first -> Optional.ofNullable(account).map(Running::copy));
    }
}
