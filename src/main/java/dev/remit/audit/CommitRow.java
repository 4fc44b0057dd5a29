package dev.remit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A row of {@code commits}, whatever is in it: all but the sequence may be null.
 *
 * @param committedAt microseconds since 1970-01-01T00:00Z
 */
record CommitRow(
        long sequence, UUID token, Long committedAt, String events, UUID[] subjects, byte[] hash) {

    static final String COLUMNS = "sequence, token, committed_at, events, subjects, hash";

    static CommitRow read(ResultSet row) throws SQLException {
        return new CommitRow(
                row.getLong(1),
                Columns.uuid(row, 2),
                Columns.micros(row, 3),
                row.getString(4),
                Columns.uuids(row, 5),
                row.getBytes(6));
    }

    /** Whether there is a value in each column. */
    boolean isWhole() {
        return token != null
                && committedAt != null
                && events != null
                && subjects != null
                && hash != null;
    }

    /** How many events there are that have a letter and a subject. */
    int length() {
        return events == null || subjects == null ? 0 : Math.min(events.length(), subjects.length);
    }
}
