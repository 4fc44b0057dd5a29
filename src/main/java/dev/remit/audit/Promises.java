package dev.remit.audit;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Follows what belongs to another transfer: that a hold is ended once, in time, and by no more than
 * it was, and that no more is reversed of a transfer than it has moved. It remembers the holds that
 * are open, and how much of what is reversed.
 */
final class Promises {

    private final Findings findings;
    private final Map<UUID, Transfer> open = new HashMap<>();
    private final Map<UUID, Long> reversed = new HashMap<>();

    Promises(Findings findings) {
        this.findings = findings;
    }

    void hold(Transfer hold) {
        open.put(hold.id(), hold);
    }

    /** Returns the hold that the transfer ends; null if there was none. */
    Transfer settle(CommitRow commit, Transfer transfer) {
        Transfer hold = open.remove(transfer.related());
        if (hold == null) {
            findings.add(
                    "transfer %s: commit %d ended the hold %s with it, but there was none",
                    transfer.id(), commit.sequence(), transfer.related());
            return null;
        }
        boolean isAsHeld =
                Objects.equals(Transfer.account(hold.from()), Transfer.account(transfer.from()))
                        && Objects.equals(
                                Transfer.account(hold.to()), Transfer.account(transfer.to()))
                        && transfer.amount() <= hold.amount()
                        && transfer.settled() == hold.amount()
                        && (transfer.kind() == Kind.CAPTURE || transfer.amount() == hold.amount());
        boolean isOver = hold.expiresAt() != null && hold.expiresAt() <= transfer.createdAt();
        if (!isAsHeld || isOver != (transfer.kind() == Kind.EXPIRY)) {
            findings.add(
                    "transfer %s: commit %d ended the hold %s with it, which it cannot have",
                    transfer.id(), commit.sequence(), hold.id());
        }
        return hold;
    }

    /**
     * @param original what the transfer reverses; null if it is not there
     */
    void reverse(CommitRow commit, Transfer transfer, Transfer original) {
        long sum = reversed.merge(transfer.related(), transfer.amount(), Long::sum);
        boolean isPossible =
                original != null
                        && (original.kind() == Kind.POSTING || original.kind() == Kind.CAPTURE)
                        && isBefore(original.from(), transfer.to())
                        && isBefore(original.to(), transfer.from())
                        && sum <= original.amount()
                        && transfer.settled() == sum;
        if (!isPossible) {
            findings.add(
                    "transfer %s: commit %d reversed %d of the transfer %s with it, which it cannot have",
                    transfer.id(), commit.sequence(), transfer.amount(), transfer.related());
        }
    }

    /** Whether both are entries of one account, in this order. None is before none. */
    private static boolean isBefore(Entry first, Entry second) {
        return Objects.equals(Transfer.account(first), Transfer.account(second))
                && (first == null || first.version() < second.version());
    }

    /** The holds that no commit has ended, by their ids. */
    Map<UUID, Transfer> open() {
        return open;
    }
}
