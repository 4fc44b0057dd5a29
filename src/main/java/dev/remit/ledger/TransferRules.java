package dev.remit.ledger;

import java.util.UUID;

/** What may be done with money. */
public final class TransferRules {

    /** Of one transfer: whoever reverses it once more has to look at all of them. */
    public static final int MOST_REVERSALS = 1000;

    private final Draft draft;
    private final Postings postings;

    TransferRules(Draft draft, Postings postings) {
        this.draft = draft;
        this.postings = postings;
    }

    Outcome post(Command.Post post) {
        Transfer earlier = draft.transfer(post.id());
        if (earlier != null) {
            return replayed(earlier, earlier.matches(post));
        }
        checkAccounts(post.from(), post.to());
        checkFunds(account(post.from()), post.amount());
        checkLimit(account(post.to()), post.amount());
        return new Outcome.Posted(postings.post(post), false);
    }

    Outcome hold(Command.Hold hold) {
        Command.Post post = hold.transfer();
        Transfer earlier = draft.transfer(hold.id());
        if (earlier != null) {
            return replayed(earlier, earlier.matches(hold));
        }
        checkAccounts(post.from(), post.to());
        Account from = account(post.from());
        checkFunds(from, post.amount());
        if (from.held() > Money.MAX - post.amount()) {
            throw new Rejected(new Rejection.BalanceLimit(from.id(), from.held(), post.amount()));
        }
        return new Outcome.Posted(postings.hold(hold), false);
    }

    Outcome settle(Command.Settle settle) {
        Transfer hold = draft.transfer(settle.hold());
        Transfer earlier = draft.transfer(settle.id());
        if (earlier != null) {
            return replayed(earlier, earlier.matches(settle, hold));
        }
        if (hold == null) {
            throw new Rejected(new Rejection.TransferNotFound(settle.hold()));
        }
        if (hold.kind() != Kind.HOLD) {
            throw new Rejected(new Rejection.NotAHold(hold.id()));
        }
        checkPending(settle, hold);
        long amount = settle.amountOf(hold);
        if (amount > hold.amount()) {
            throw new Rejected(new Rejection.ExceedsHold(hold.id(), hold.amount(), amount));
        }
        if (settle.kind().movesMoney()) {
            UUID to = Transfer.account(hold.to());
            checkAccounts(hold.from().account(), to);
            checkLimit(account(to), amount);
        }
        return new Outcome.Posted(postings.settle(settle, hold, amount), false);
    }

    private void checkPending(Command.Settle settle, Transfer hold) {
        State.Followers settlement = draft.followers(hold.id());
        if (settlement != null) {
            throw new Rejected(
                    new Rejection.TransferSettled(hold.id(), HoldState.of(settlement.last())));
        }
        boolean isExpired = hold.isExpired(draft.time());
        if (isExpired != (settle.kind() == Kind.EXPIRY)) {
            throw new Rejected(
                    new Rejection.TransferSettled(
                            hold.id(), isExpired ? HoldState.EXPIRED : HoldState.PENDING));
        }
    }

    Outcome reverse(Command.Reverse reverse) {
        Transfer transfer = draft.transfer(reverse.transfer());
        Transfer earlier = draft.transfer(reverse.id());
        if (earlier != null) {
            return replayed(earlier, earlier.matches(reverse, transfer));
        }
        if (transfer == null) {
            throw new Rejected(new Rejection.TransferNotFound(reverse.transfer()));
        }
        if (!transfer.kind().isReversible()) {
            throw new Rejected(new Rejection.NotReversible(transfer.id()));
        }
        State.Followers before = draft.followers(transfer.id());
        long reversed = before == null ? 0 : before.last().settled();
        long rest = transfer.amount() - reversed;
        long amount = reverse.amount() == null ? rest : reverse.amount();
        if (rest == 0 || amount > rest) {
            throw new Rejected(new Rejection.ExceedsTransfer(transfer.id(), rest, amount));
        }
        if (before != null && before.count() == MOST_REVERSALS) {
            throw new Rejected(new Rejection.ReversalLimit(transfer.id()));
        }
        UUID from = Transfer.account(transfer.to());
        UUID to = Transfer.account(transfer.from());
        checkAccounts(from, to);
        checkFunds(account(from), amount);
        checkLimit(account(to), amount);
        return new Outcome.Posted(
                postings.reverse(reverse, transfer, amount, reversed + amount), false);
    }

    private static Outcome replayed(Transfer earlier, boolean isTheSame) {
        if (!isTheSame) {
            throw new Rejected(new Rejection.IdempotencyConflict(earlier.id()));
        }
        return new Outcome.Posted(earlier, true);
    }

    /** Whether money can go from one to the other at all. */
    private void checkAccounts(UUID fromId, UUID toId) {
        if (fromId != null && fromId.equals(toId)) {
            throw new Rejected(new Rejection.SameAccount(fromId));
        }
        Account from = account(fromId);
        Account to = account(toId);
        if (from != null && to != null && !from.currency().equals(to.currency())) {
            throw new Rejected(
                    new Rejection.CurrencyMismatch(toId, to.currency(), fromId, from.currency()));
        }
        if (from != null && from.frozen().stopsDebits()) {
            throw new Rejected(new Rejection.AccountFrozen(fromId, from.frozen()));
        }
        if (to != null && to.frozen().stopsCredits()) {
            throw new Rejected(new Rejection.AccountFrozen(toId, to.frozen()));
        }
    }

    /** Null if none is named. */
    private Account account(UUID id) {
        if (id == null) {
            return null;
        }
        Account account = draft.account(id);
        if (account == null) {
            throw new Rejected(new Rejection.AccountNotFound(id));
        }
        return account;
    }

    private static void checkFunds(Account from, long amount) {
        if (from != null && from.available() < amount) {
            throw new Rejected(
                    new Rejection.InsufficientFunds(
                            from.id(), from.balance(), from.available(), amount));
        }
    }

    private static void checkLimit(Account to, long amount) {
        if (to != null && to.balance() > Money.MAX - amount) {
            throw new Rejected(new Rejection.BalanceLimit(to.id(), to.balance(), amount));
        }
    }
}
