package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Head;
import dev.remit.ledger.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * A ledger's head as a row, for those who take turns on it. Whoever only reads finds the same in
 * the last commit ({@link CommitTime}).
 *
 * <p>A row that every commit rewrites becomes dearer and dearer on CockroachDB, which leaves an old
 * version behind each time and tidies up later. So the head is rewritten on one page for {@value
 * #PAGE} commits at most; the next one tears the page out and begins another, in a row that never
 * was there before. The page that was torn out is written, too, so that those who wait for its lock
 * are sent on to the next one instead of seeing how it was.
 */
public final class Ledger {

    /** The one that there is. */
    public static final String MAIN = "main";

    /** How many commits one page is for. */
    static final int PAGE = 256;

    /**
     * Of one row, there are no others; but there may be a thousand torn out pages before it that
     * are not tidied up yet, so it is looked for from where it was last.
     */
    static final String SELECT =
            """
            SELECT sequence, hash, committed_at, clock_timestamp()
            FROM ledgers WHERE name = ? AND page >= ?""";

    private static final String UPDATE =
            """
            UPDATE ledgers SET sequence = ?, hash = ?, committed_at = ?::timestamptz
            WHERE name = ? AND page = ? AND sequence = ?""";

    private static final String DELETE =
            "DELETE FROM ledgers WHERE name = ? AND page = ? AND sequence = ?";

    private static final String ROW =
            """
             INTO ledgers (sequence, hash, committed_at, name, page)
            VALUES (?, ?, ?::timestamptz, ?, ?)""";

    private Ledger() {}

    /** On which page the head is after so many commits. */
    public static long page(long sequence) {
        return sequence / PAGE;
    }

    static Head read(String ledger, ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject(3, OffsetDateTime.class);
        return new Head(
                ledger,
                row.getLong(1),
                row.getBytes(2),
                time == null ? 0 : Micros.of(time.toInstant()));
    }

    /** When it was read, by the clock of the server; microseconds since 1970-01-01T00:00Z. */
    static long now(ResultSet row) throws SQLException {
        return Micros.of(row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** Moves the head on by one commit. */
    static void write(RoundTrip trip, DatabaseKind kind, Head head) {
        long before = head.sequence() - 1;
        if (page(before) < page(head.sequence())) {
            trip.write(DELETE, 1, parameters -> place(parameters, head, before));
            trip.write("INSERT" + ROW, 1, parameters -> row(parameters, head));
            return;
        }
        switch (kind) {
            // As with the rows of accounts: without looking it up once more.
            case COCKROACHDB -> trip.write("UPSERT" + ROW, 1, parameters -> row(parameters, head));
            case POSTGRESQL ->
                    trip.write(
                            UPDATE,
                            1,
                            parameters -> place(content(parameters, head), head, before));
        }
    }

    private static void row(Parameters parameters, Head head) throws SQLException {
        content(parameters, head).text(head.ledger()).number(page(head.sequence()));
    }

    private static Parameters content(Parameters parameters, Head head) throws SQLException {
        return parameters.number(head.sequence()).bytes(head.hash()).time(head.committedAt());
    }

    private static Parameters place(Parameters parameters, Head head, long sequence)
            throws SQLException {
        return parameters.text(head.ledger()).number(page(sequence)).number(sequence);
    }
}
