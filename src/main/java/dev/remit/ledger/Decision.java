package dev.remit.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * All business rules: applies the commands of a batch, in order of arrival, to the accounts as they
 * were read. A pure function of its arguments: no I/O, no clock, no randomness.
 */
public final class Decision {

    private final Draft draft;
    private final List<List<Outcome>> outcomes = new ArrayList<>();

    private Decision(Draft draft) {
        this.draft = draft;
    }

    /**
     * @param now microseconds since 1970-01-01T00:00Z
     */
    static Decision decide(List<Unit> units, Books books, long now) {
        Decision decision = new Decision(new Draft(books, now));
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
        return draft.postings();
    }

    /** Every account that the batch has touched, as it is now. */
    Iterable<Running> accounts() {
        return draft.accounts();
    }

    private List<Outcome> apply(Unit unit) {
        if (unit.size() == 1) {
            // A command that is refused has changed nothing: there is nothing to take back.
            return List.of(apply(unit.commands().getFirst(), 0));
        }
        draft.begin();
        List<Outcome> results = new ArrayList<>(unit.size());
        for (Command command : unit.commands()) {
            Outcome outcome = apply(command, results.size());
            if (outcome instanceof Outcome.Refused) {
                draft.takeBack();
                return List.of(outcome);
            }
            results.add(outcome);
        }
        draft.keepAll();
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
        Posting earlier = draft.posting(post.id());
        if (earlier != null) {
            return earlier.matches(post)
                    ? new Outcome.Posted(earlier, true)
                    : refused(new Refusal.IdempotencyConflict(post.id()), index);
        }
        if (post.from() != null && post.from().equals(post.to())) {
            return refused(new Refusal.SameAccount(post.from()), index);
        }
        Running from = draft.account(post.from());
        Running to = draft.account(post.to());
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
                draft.write(post.id(), from, to, post.amount(), post.reference()), false);
    }

    private Outcome open(Command.Open open, int index) {
        if (draft.account(open.account()) != null) {
            return refused(new Refusal.AccountExists(open.account()), index);
        }
        Running account = draft.open(open);
        if (open.balance() > 0) {
            draft.write(open.opening(), null, account, open.balance(), null);
        }
        return new Outcome.Opened(
                open.account(), open.name(), account.balance, account.version, account.createdAt);
    }

    private Outcome close(Command.Close close, int index) {
        Running account = draft.account(close.account());
        if (account == null) {
            return refused(new Refusal.AccountNotFound(close.account()), index);
        }
        if (account.balance > 0 && !close.payout()) {
            return refused(new Refusal.AccountNotEmpty(close.account(), account.balance), index);
        }
        if (account.balance > 0) {
            draft.write(close.withdrawal(), account, null, account.balance, null);
        }
        account.close();
        return new Outcome.Closed(close.account());
    }

    private static Outcome refused(Refusal refusal, int index) {
        return new Outcome.Refused(refusal, index);
    }
}
