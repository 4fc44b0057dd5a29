package dev.remit.audit;

import dev.remit.ledger.Money;
import dev.remit.ledger.Monitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of {@code monitors}, whatever is in it: all but the id may be null.
 *
 * @param committedAt microseconds since 1970-01-01T00:00Z
 * @param ended the sequence of the commit that ended it; null as long as it watches
 */
record MonitorRow(
        UUID id,
        UUID account,
        Long below,
        Long above,
        Long sequence,
        Long committedAt,
        Long ended) {

    static final String COLUMNS = "id, account, below, above, sequence, committed_at, ended";

    static MonitorRow read(ResultSet row) throws SQLException {
        return new MonitorRow(
                Columns.uuid(row, 1),
                Columns.uuid(row, 2),
                Columns.number(row, 3),
                Columns.number(row, 4),
                Columns.number(row, 5),
                Columns.micros(row, 6),
                Columns.number(row, 7));
    }

    /** Tells what is not as the commit that created it makes it. */
    void check(CommitRow commit, Findings findings) {
        if (!Long.valueOf(commit.sequence()).equals(sequence)) {
            findings.add(
                    "monitor %s: its row has the sequence %d, but commit %d created it",
                    id, sequence, commit.sequence());
        }
        if (!Objects.equals(committedAt, commit.committedAt())) {
            findings.add(
                    "monitor %s: it is dated %s, but commit %d, which created it, %s",
                    id,
                    Findings.time(committedAt),
                    commit.sequence(),
                    Findings.time(commit.committedAt()));
        }
    }

    /** Null if there is no such monitor; that is told. */
    Monitor monitor(Findings findings) {
        Long line = below == null ? above : below;
        boolean isWhole =
                account != null
                        && (below == null) != (above == null)
                        && line >= -Money.MAX
                        && line <= Money.MAX;
        if (!isWhole) {
            findings.add(
                    "monitor %s: its row lacks its account or line, or has an impossible one", id);
            return null;
        }
        return new Monitor(id, account, below, above);
    }

    /**
     * Tells if it has another end.
     *
     * @param sequence of the commit that ended it; null if none did
     */
    void checkEnd(Long sequence, Findings findings) {
        if (!Objects.equals(ended, sequence)) {
            findings.add(
                    "monitor %s: its row has ended = %d, but the commits make it %d",
                    id, ended, sequence);
        }
    }
}
