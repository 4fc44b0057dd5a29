package dev.remit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All business rules: applies the commands of a commit, in order of arrival, to the ledger as it
 * was read. A pure function of its arguments: no I/O, no clock, no randomness.
 */
public final class Rules {

    private final Draft draft;

    private Rules(Draft draft) {
        this.draft = draft;
    }

    /**
     * @param token of this attempt at the commit
     * @param now microseconds since 1970-01-01T00:00Z
     */
    public static Decision decide(List<Request> requests, State state, UUID token, long now) {
        Draft draft = new Draft(state, now);
        Rules rules = new Rules(draft);
        List<List<Outcome>> outcomes = new ArrayList<>(requests.size());
        for (Request request : requests) {
            outcomes.add(rules.apply(request));
        }
        if (draft.events().isEmpty()) {
            return new Decision(outcomes, null, state.head(), List.of());
        }
        Commit commit = new Commit(draft.sequence(), token, draft.time(), draft.events());
        return new Decision(outcomes, commit, state.head().after(commit), draft.totals());
    }

    private List<Outcome> apply(Request request) {
        draft.by(request.actor());
        int before = draft.events().size();
        List<Outcome> outcomes = new ArrayList<>(request.size());
        for (Command command : request.commands()) {
            Outcome outcome = apply(command, outcomes.size());
            if (request.isAtomic() && outcome instanceof Outcome.Rejected) {
                draft.takeBack(before);
                return List.of(outcome);
            }
            outcomes.add(outcome);
        }
        if (request.isDry()) {
            draft.takeBack(before);
        }
        return outcomes;
    }

    private Outcome apply(Command command, int index) {
        return switch (command) {
            case Command.Post post -> post(post, index);
            case Command.Open open -> open(open, index);
            case Command.Close close -> close(close, index);
        };
    }

    private Outcome post(Command.Post post, int index) {
        Transfer earlier = draft.transfer(post.id());
        if (earlier != null) {
            return earlier.matches(post)
                    ? new Outcome.Posted(earlier, true)
                    : rejected(new Rejection.IdempotencyConflict(post.id()), index);
        }
        if (post.from() != null && post.from().equals(post.to())) {
            return rejected(new Rejection.SameAccount(post.from()), index);
        }
        Account from = post.from() == null ? null : draft.account(post.from());
        Account to = post.to() == null ? null : draft.account(post.to());
        Rejection rejection = rejection(post, from, to);
        if (rejection != null) {
            return rejected(rejection, index);
        }
        return new Outcome.Posted(
                draft.post(post.id(), post.from(), post.to(), post.amount(), post.reference()),
                false);
    }

    /** What is wrong with the two accounts; null if nothing is. */
    private static Rejection rejection(Command.Post post, Account from, Account to) {
        if (post.from() != null && from == null) {
            return new Rejection.AccountNotFound(post.from());
        }
        if (post.to() != null && to == null) {
            return new Rejection.AccountNotFound(post.to());
        }
        if (from != null && to != null && !from.currency().equals(to.currency())) {
            return new Rejection.CurrencyMismatch(
                    post.from(), from.currency(), post.to(), to.currency());
        }
        if (from != null && from.balance() < post.amount()) {
            return new Rejection.InsufficientFunds(post.from(), from.balance(), post.amount());
        }
        if (to != null && to.balance() > Money.MAX - post.amount()) {
            return new Rejection.BalanceLimit(post.to(), to.balance(), post.amount());
        }
        return null;
    }

    private Outcome open(Command.Open open, int index) {
        UUID id = open.account();
        State.Opening earlier = draft.opening(id);
        if (earlier != null) {
            Account account = draft.account(id);
            return account != null
                            && openingBalance(open) == open.balance()
                            && account.currency().equals(open.currency())
                    ? opened(account, earlier, true)
                    : rejected(new Rejection.AccountExists(id), index);
        }
        if (draft.transfer(open.deposit()) != null) {
            return rejected(new Rejection.IdempotencyConflict(open.deposit()), index);
        }
        draft.open(id, open.name(), open.currency());
        if (open.balance() > 0) {
            draft.post(open.deposit(), null, id, open.balance(), null);
        }
        return opened(draft.account(id), draft.opening(id), false);
    }

    private long openingBalance(Command.Open open) {
        Transfer deposit = draft.transfer(open.deposit());
        return deposit == null ? 0 : deposit.amount();
    }

    private static Outcome opened(Account account, State.Opening opening, boolean replayed) {
        return new Outcome.Opened(
                account.id(),
                opening.name(),
                account.currency(),
                account.balance(),
                account.version(),
                opening.openedAt(),
                replayed);
    }

    private Outcome close(Command.Close close, int index) {
        UUID id = close.account();
        Account account = draft.account(id);
        if (account == null) {
            return rejected(new Rejection.AccountNotFound(id), index);
        }
        if (account.balance() > 0) {
            if (!close.payout()) {
                return rejected(new Rejection.AccountNotEmpty(id, account.balance()), index);
            }
            if (draft.transfer(close.withdrawal()) != null) {
                return rejected(new Rejection.IdempotencyConflict(close.withdrawal()), index);
            }
            draft.post(close.withdrawal(), id, null, account.balance(), null);
        }
        draft.close(id);
        return new Outcome.Closed(id);
    }

    private static Outcome rejected(Rejection rejection, int index) {
        return new Outcome.Rejected(rejection, index);
    }
}
