package dev.remit.audit;

import dev.remit.audit.Replay.Recorded;
import dev.remit.ledger.Event;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Money;
import dev.remit.ledger.Transfer;
import java.util.Objects;
import java.util.UUID;

/** Transfers that are posted, held and released once more. */
final class TransferEvents {

    private final AccountStates accounts;
    private final Entries entries;
    private final Promises promises;
    private final Findings findings;

    TransferEvents(AccountStates accounts, Entries entries, Promises promises, Findings findings) {
        this.accounts = accounts;
        this.entries = entries;
        this.promises = promises;
        this.findings = findings;
    }

    /**
     * Null if there is no saying what happened.
     *
     * @param letter what the commit says that it was
     */
    Event transfer(CommitRow commit, char letter, UUID id, String actor, Recorded recorded) {
        Transfer transfer = recorded.transfers().get(id);
        if (transfer == null) {
            if (!recorded.transfers().containsKey(id)) {
                findings.add(
                        "transfer %s: commit %d posted it, but it has no row",
                        id, commit.sequence());
            }
            return null;
        }
        Event.OfTransfer event = Event.of(transfer, actor);
        if (letter != letter(event)) {
            findings.add(
                    "transfer %s: its row is of another kind than commit %d says",
                    id, commit.sequence());
            return null;
        }
        check(commit, transfer);
        switch (event) {
            case Event.Posted it ->
                    post(commit, transfer, recorded.originals().get(transfer.related()));
            case Event.Held it -> hold(commit, transfer);
            case Event.Released it -> release(commit, transfer);
        }
        return event;
    }

    private static char letter(Event.OfTransfer event) {
        return switch (event) {
            case Event.Posted it -> 'p';
            case Event.Held it -> 'h';
            case Event.Released it -> 'r';
        };
    }

    private void check(CommitRow commit, Transfer transfer) {
        UUID id = transfer.id();
        if (transfer.sequence() != commit.sequence()) {
            findings.add(
                    "transfer %s: commit %d posted it, but its row has the sequence %d",
                    id, commit.sequence(), transfer.sequence());
        }
        if (!Objects.equals(transfer.createdAt(), commit.committedAt())) {
            findings.add(
                    "transfer %s: it is dated %s, but commit %d, which posted it, %s",
                    id,
                    Findings.time(transfer.createdAt()),
                    commit.sequence(),
                    Findings.time(commit.committedAt()));
        }
        if (transfer.amount() < 1 || transfer.amount() > Money.MAX) {
            findings.add(
                    "transfer %s: its amount is %d, not 1 to %d", id, transfer.amount(), Money.MAX);
        }
        if (transfer.from() != null
                && transfer.to() != null
                && transfer.from().account().equals(transfer.to().account())) {
            findings.add(
                    "transfer %s: it goes from account %s to itself",
                    id, transfer.from().account());
        }
    }

    /**
     * @param original what the transfer reverses; null if nothing is known of it
     */
    private void post(CommitRow commit, Transfer transfer, Transfer original) {
        if (transfer.kind() == Kind.CAPTURE) {
            settle(commit, transfer);
        } else if (transfer.kind() == Kind.REVERSAL) {
            promises.reverse(commit, transfer, original);
        }
        entries.checkFrozen(commit, transfer);
        entries.move(commit, transfer);
        // What was held has been set aside, so that ending a hold spends nothing more.
        if (transfer.from() != null && transfer.kind() != Kind.CAPTURE) {
            entries.checkFunds(commit, transfer.from().account());
        }
    }

    private void hold(CommitRow commit, Transfer transfer) {
        promises.hold(transfer);
        entries.checkOpen(commit, transfer);
        entries.checkFrozen(commit, transfer);
        entries.checkUnmoved(commit, transfer);
        hold(transfer.from().account(), transfer.amount());
        entries.checkFunds(commit, transfer.from().account());
    }

    private void release(CommitRow commit, Transfer transfer) {
        settle(commit, transfer);
        entries.checkUnmoved(commit, transfer);
    }

    private void settle(CommitRow commit, Transfer transfer) {
        Transfer hold = promises.settle(commit, transfer);
        if (hold != null) {
            hold(hold.from().account(), -hold.amount());
        }
    }

    private void hold(UUID account, long amount) {
        accounts.setStanding(account, accounts.standing(account).hold(amount));
    }
}
