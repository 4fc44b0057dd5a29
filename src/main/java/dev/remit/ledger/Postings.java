package dev.remit.ledger;

import java.util.UUID;

/** Makes transfers take place that the rules allow. */
final class Postings {

    private final Draft draft;

    Postings(Draft draft) {
        this.draft = draft;
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
                        draft.sequence(),
                        draft.time()));
    }

    Transfer hold(Command.Hold hold) {
        Command.Post post = hold.transfer();
        draft.put(draft.account(post.from()).hold(post.amount()));
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
                        hold.lifetime() == null ? null : draft.time() + hold.lifetime(),
                        draft.sequence(),
                        draft.time()));
    }

    /**
     * @param amount what moves, or else is released, of what was held
     */
    Transfer settle(Command.Settle settle, Transfer hold, long amount) {
        UUID from = hold.from().account();
        UUID to = Transfer.account(hold.to());
        draft.put(draft.account(from).hold(-hold.amount()));
        boolean moves = settle.kind().movesMoney();
        return add(
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
                        draft.sequence(),
                        draft.time()));
    }

    /**
     * @param amount what moves back
     * @param reversed how much of the transfer is moved back then
     */
    Transfer reverse(Command.Reverse reverse, Transfer transfer, long amount, long reversed) {
        return add(
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
                        draft.sequence(),
                        draft.time()));
    }

    private Transfer add(Transfer transfer) {
        draft.add(transfer);
        if (transfer.kind().movesMoney()) {
            cross(transfer, transfer.from(), -transfer.amount());
            cross(transfer, transfer.to(), transfer.amount());
        }
        return transfer;
    }

    private void cross(Transfer transfer, Entry entry, long amount) {
        if (entry != null) {
            draft.account(entry.account())
                    .monitors()
                    .crossedBy(entry.balance() - amount, entry.balance())
                    .forEach(monitor -> draft.cross(monitor, transfer));
        }
    }

    /** Moves the money; null if there is no account. */
    private Entry entry(UUID id, long amount) {
        if (id == null) {
            return null;
        }
        Account account = draft.account(id).move(amount);
        draft.put(account);
        return account.entry();
    }

    /** Null if there is no account. */
    private Entry unmoved(UUID id) {
        return id == null ? null : draft.account(id).entry();
    }

    /** As it was if the account is not open any more. */
    private Entry unmoved(UUID id, Entry before) {
        return id == null || draft.account(id) == null ? before : draft.account(id).entry();
    }
}
