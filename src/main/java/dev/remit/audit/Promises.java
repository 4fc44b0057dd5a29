package dev.remit.audit;

import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private record HoldRow(UUID id, UUID account, Long expiresAt) {

        private static HoldRow read(ResultSet row) throws SQLException {
            return new HoldRow(Columns.uuid(row, 1), Columns.uuid(row, 2), Columns.micros(row, 3));
        }
    }

    private static final String SELECT = "SELECT id, account, expires_at FROM holds ";

    private static final PagedQuery<HoldRow> ALL =
            new PagedQuery<>(
                    SELECT + "ORDER BY id LIMIT ?",
                    SELECT + "WHERE id > ? ORDER BY id LIMIT ?",
                    1,
                    HoldRow::read);

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
                Objects.equals(account(hold, true), account(transfer, true))
                        && Objects.equals(account(hold, false), account(transfer, false))
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
                        && original.sequence() <= commit.sequence()
                        && Objects.equals(account(original, true), account(transfer, false))
                        && Objects.equals(account(original, false), account(transfer, true))
                        && sum <= original.amount()
                        && transfer.settled() == sum;
        if (!isPossible) {
            findings.add(
                    "transfer %s: commit %d reversed %d of the transfer %s with it, which it cannot have",
                    transfer.id(), commit.sequence(), transfer.amount(), transfer.related());
        }
    }

    private static UUID account(Transfer transfer, boolean from) {
        var entry = from ? transfer.from() : transfer.to();
        return entry == null ? null : entry.account();
    }

    /** Compares the holds that there are now with those that no commit has ended. */
    void check(Connection connection, int pageSize) throws SQLException, InterruptedException {
        Pages<HoldRow> rows = new Pages<>(connection, ALL, pageSize);
        for (HoldRow row = rows.take(); row != null; row = rows.take()) {
            Transfer hold = open.remove(row.id());
            if (hold == null) {
                findings.add("hold %s: it has a row, but is not open", row.id());
            } else if (!hold.from().account().equals(row.account())
                    || !Objects.equals(hold.expiresAt(), row.expiresAt())) {
                findings.add(
                        "hold %s: its row says that it is on account %s until %s",
                        row.id(), row.account(), Findings.time(row.expiresAt()));
            }
        }
        open.keySet().forEach(id -> findings.add("hold %s: it is open, but has no row", id));
    }
}
