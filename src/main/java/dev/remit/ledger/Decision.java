package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All business rules: applies the commands of a batch, in order of arrival, to the accounts as they
 * were read. A pure function of its arguments: no I/O, no clock, no randomness.
 */
public final class Decision {

    private final Books books;
    private final long now;
    private final Map<UUID, Running> accounts = new HashMap<>();
    private final Map<UUID, Posting> posted = new HashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    /** Of the unit under way, if it may have to be taken back. */
    private Savepoint savepoint;

    private Decision(Books books, long now) {
        this.books = books;
        this.now = now;
    }

    /**
     * @param now microseconds since 1970-01-01T00:00Z
     */
    static Decision decide(List<Unit> units, Books books, long now) {
        Decision decision = new Decision(books, now);
        for (Unit unit : units) {
            decision.outcomes.add(decision.apply(unit));
        }
        return decision;
    }

    /**
     * One list per unit, in the order of the units: an outcome per command, or, when one was
     * refused, that refusal alone.
     */
    public List<List<Outcome>> outcomes() {
        return outcomes;
    }

    /** What is new in the journal, in order of posting. */
    List<Posting> postings() {
        return postings;
    }

    /** Every account that the batch has touched, as it is now. */
    Iterable<Running> accounts() {
        return accounts.values();
    }

    private List<Outcome> apply(Unit unit) {
        if (unit.size() == 1) {
            // A command that is refused has changed nothing: there is nothing to take back.
            return List.of(apply(unit.commands().getFirst(), 0));
        }
        savepoint = new Savepoint();
        List<Outcome> results = new ArrayList<>(unit.size());
        for (Command command : unit.commands()) {
            Outcome outcome = apply(command, results.size());
            if (outcome instanceof Outcome.Refused) {
                savepoint.restore();
                savepoint = null;
                return List.of(outcome);
            }
            results.add(outcome);
        }
        savepoint = null;
        return results;
    }

    private Outcome apply(Command command, int index) {
        return switch (command) {
            case Command.Post post -> post(post, index);
            case Command.Open open -> open(open, index);
            case Command.Close close -> close(close, index);
        };
    }

    private Outcome post(Command.Post post, int index) {
        Posting earlier = inJournal(post.id());
        if (earlier != null) {
            return earlier.matches(post)
                    ? new Outcome.Posted(earlier, true)
                    : refused(new Refusal.IdempotencyConflict(post.id()), index);
        }
        if (post.from() != null && post.from().equals(post.to())) {
            return refused(new Refusal.SameAccount(post.from()), index);
        }
        Running from = account(post.from());
        Running to = account(post.to());
        if (post.from() != null && from == null) {
            return refused(new Refusal.AccountNotFound(post.from()), index);
        }
        if (post.to() != null && to == null) {
            return refused(new Refusal.AccountNotFound(post.to()), index);
        }
        if (from != null && from.balance < post.amount()) {
            return refused(
                    new Refusal.InsufficientFunds(post.from(), from.balance, post.amount()), index);
        }
        if (to != null && to.balance > Money.MAX - post.amount()) {
            return refused(new Refusal.BalanceLimit(post.to(), to.balance, post.amount()), index);
        }
        return new Outcome.Posted(
                write(post.id(), from, to, post.amount(), post.reference()), false);
    }

    private Outcome open(Command.Open open, int index) {
        if (account(open.account()) != null) {
            return refused(new Refusal.AccountExists(open.account()), index);
        }
        Running account = accounts.get(open.account());
        if (account == null) {
            Books.Tail tail = books.tails().getOrDefault(open.account(), new Books.Tail(0, now));
            account = new Running(open.account(), false, 0, tail.version(), tail.postedAt());
            accounts.put(open.account(), account);
        }
        account.open(open, now);
        if (open.balance() > 0) {
            write(open.opening(), null, account, open.balance(), null);
        }
        return new Outcome.Opened(
                open.account(), open.name(), account.balance, account.version, account.createdAt);
    }

    private Outcome close(Command.Close close, int index) {
        Running account = account(close.account());
        if (account == null) {
            return refused(new Refusal.AccountNotFound(close.account()), index);
        }
        if (account.balance > 0 && !close.payout()) {
            return refused(new Refusal.AccountNotEmpty(close.account(), account.balance), index);
        }
        if (account.balance > 0) {
            write(close.withdrawal(), account, null, account.balance, null);
        }
        account.close();
        return new Outcome.Closed(close.account());
    }

    private Posting write(UUID id, Running from, Running to, long amount, String reference) {
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

    private Posting inJournal(UUID id) {
        Posting before = books.journal().get(id);
        return before != null ? before : posted.get(id);
    }

    /** The account as the batch has left it so far; null if there is none. */
    private Running account(UUID id) {
        if (id == null) {
            return null;
        }
        Running account = accounts.get(id);
        if (savepoint != null) {
            savepoint.keep(id, account);
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

    private static Outcome refused(Refusal refusal, int index) {
        return new Outcome.Refused(refusal, index);
    }

    /** What a unit of several commands goes back to when one of them is refused. */
    private final class Savepoint {

        private final Map<UUID, Optional<Running>> before = new HashMap<>();
        private final int length = postings.size();

        /** Called before an account is touched; only the first time counts. */
        void keep(UUID id, Running account) {
            before.computeIfAbsent(id, first -> Optional.ofNullable(account).map(Running::copy));
        }

        void restore() {
            before.forEach(
                    (id, account) ->
                            account.ifPresentOrElse(
                                    running -> accounts.put(id, running),
                                    () -> accounts.remove(id)));
            List<Posting> undone = postings.subList(length, postings.size());
            undone.forEach(posting -> posted.remove(posting.id()));
            undone.clear();
        }
    }
}
