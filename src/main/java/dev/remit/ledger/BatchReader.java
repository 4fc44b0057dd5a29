package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what a batch concerns and locks it: one round trip, and two more if it opens accounts under
 * ids that may have a history.
 */
final class BatchReader {

    /**
     * In order of id, so that batches of several instances wait for each other instead of
     * deadlocking.
     */
    private static final String LOCK =
            """
            SELECT id, balance, version, posted_at FROM accounts
            WHERE id = ANY (?) ORDER BY id FOR UPDATE""";

    private static final String JOURNAL =
            """
            SELECT id, from_account, from_balance, from_version,
                   to_account, to_balance, to_version, amount, reference, created_at
            FROM transfers WHERE id = ANY (?)""";

    private static final String TAILS =
            """
            SELECT account, max(version), max(created_at) FROM (
                SELECT from_account AS account, from_version AS version, created_at
                FROM transfers WHERE from_account = ANY (?)
                UNION ALL
                SELECT to_account, to_version, created_at
                FROM transfers WHERE to_account = ANY (?)) AS chains
            GROUP BY account""";

    private static final String OPENINGS =
            "SELECT id, opening, version, created_at FROM accounts WHERE id = ANY (?)";

    private final Connection connection;

    BatchReader(Connection connection) {
        this.connection = connection;
    }

    Books read(Batch batch) throws SQLException {
        Map<UUID, Books.Entry> accounts = new HashMap<>();
        Map<UUID, Posting> journal = new HashMap<>();
        lockAndLookUp(batch.accounts(), batch.lookups(), accounts, journal);
        Map<UUID, Books.Tail> tails = Map.of();
        Map<UUID, Books.Opening> openings = Map.of();
        Set<UUID> opened = batch.openings();
        if (!opened.isEmpty()) {
            tails = tails(opened);
            openings = batch.attempted().isEmpty() ? Map.of() : openings(opened);
        }
        return new Books(accounts, journal, tails, openings, batch.attempted());
    }

    /**
     * Both in one round trip: the driver sends statements that are parted by a semicolon together.
     */
    private void lockAndLookUp(
            Set<UUID> ids,
            Set<UUID> lookups,
            Map<UUID, Books.Entry> accounts,
            Map<UUID, Posting> journal)
            throws SQLException {
        String sql = lookups.isEmpty() ? LOCK : LOCK + ";" + JOURNAL;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, uuids(ids));
            if (!lookups.isEmpty()) {
                statement.setArray(2, uuids(lookups));
            }
            statement.execute();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    accounts.put(
                            rows.getObject(1, UUID.class),
                            new Books.Entry(rows.getLong(2), rows.getLong(3), micros(rows, 4)));
                }
            }
            if (!lookups.isEmpty() && statement.getMoreResults()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        Posting posting = posting(rows);
                        journal.put(posting.id(), posting);
                    }
                }
            }
        }
    }

    private Map<UUID, Books.Tail> tails(Set<UUID> ids) throws SQLException {
        Map<UUID, Books.Tail> tails = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TAILS)) {
            statement.setArray(1, uuids(ids));
            statement.setArray(2, uuids(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tails.put(
                            rows.getObject(1, UUID.class),
                            new Books.Tail(rows.getLong(2), micros(rows, 3)));
                }
            }
        }
        return tails;
    }

    private Map<UUID, Books.Opening> openings(Set<UUID> ids) throws SQLException {
        Map<UUID, Books.Opening> openings = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OPENINGS)) {
            statement.setArray(1, uuids(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    openings.put(
                            rows.getObject(1, UUID.class),
                            new Books.Opening(
                                    rows.getObject(2, UUID.class),
                                    rows.getLong(3),
                                    micros(rows, 4)));
                }
            }
        }
        return openings;
    }

    private static Posting posting(ResultSet rows) throws SQLException {
        return new Posting(
                rows.getObject(1, UUID.class),
                side(rows, 2),
                side(rows, 5),
                rows.getLong(8),
                rows.getString(9),
                micros(rows, 10));
    }

    /** Three columns in a row: account, balance, version. */
    private static Side side(ResultSet rows, int column) throws SQLException {
        UUID account = rows.getObject(column, UUID.class);
        return account == null
                ? null
                : new Side(account, rows.getLong(column + 1), rows.getLong(column + 2));
    }

    private java.sql.Array uuids(Set<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static long micros(ResultSet rows, int column) throws SQLException {
        return Micros.of(rows.getObject(column, OffsetDateTime.class).toInstant());
    }
}
