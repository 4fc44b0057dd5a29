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
        long sequence,
        UUID token,
        Long committedAt,
        String events,
        UUID[] subjects,
        String[] actors,
        byte[] hash) {

    static final String COLUMNS = "sequence, token, committed_at, events, subjects, actors, hash";

    static CommitRow read(ResultSet row) throws SQLException {
        return new CommitRow(
                row.getLong(1),
                Columns.uuid(row, 2),
                Columns.micros(row, 3),
                row.getString(4),
                Columns.uuids(row, 5),
                Columns.texts(row, 6),
                row.getBytes(7));
    }

    /** Whether there is a value in each column that always has one. */
    boolean isWhole() {
        return token != null
                && committedAt != null
                && events != null
                && subjects != null
                && hash != null;
    }

    /** Who asked for an event; null if nobody is named. */
    String actor(int event) {
        return actors == null || event >= actors.length ? null : actors[event];
    }

    /** How many events there are that have a letter and a subject. */
    int length() {
        return events == null || subjects == null ? 0 : Math.min(events.length(), subjects.length);
    }
}
