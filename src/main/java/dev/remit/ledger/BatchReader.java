package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what a batch concerns and locks it: one round trip, and another if it opens accounts under
 * ids that may have a history.
 */
final class BatchReader {

    /** In order of id: batches of several instances wait for each other instead of deadlocking. */
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

    private static final String OPENINGS = "SELECT id, opening FROM accounts WHERE id = ANY (?)";

    private final Connection connection;

    BatchReader(Connection connection) {
        this.connection = connection;
    }

    Books read(Batch batch) throws SQLException {
        Map<UUID, Books.Entry> accounts = new HashMap<>();
        Map<UUID, Posting> journal = new HashMap<>();
        Set<UUID> keys = batch.keys();
        // Both in one round trip: the driver sends statements parted by a semicolon together.
        String sql = keys.isEmpty() ? LOCK : LOCK + ";" + JOURNAL;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, uuids(batch.accounts()));
            if (!keys.isEmpty()) {
                statement.setArray(2, uuids(keys));
            }
            statement.execute();
            collectAccounts(statement.getResultSet(), accounts);
            if (!keys.isEmpty()) {
                statement.getMoreResults();
                collectJournal(statement.getResultSet(), journal);
            }
        }
        Set<UUID> opened = batch.openings();
        return new Books(accounts, journal, opened.isEmpty() ? Map.of() : tails(opened));
    }

    /**
     * Whether an earlier attempt took place after all: a transaction does as a whole, so all that
     * it wrote is there or nothing. One that wrote nothing need not have taken place.
     */
    boolean isCommitted(Decision decision) throws SQLException {
        if (!decision.postings().isEmpty()) {
            Map<UUID, Posting> written = new HashMap<>();
            decision.postings().forEach(posting -> written.put(posting.id(), posting));
            // Whole rows are compared: another request with the same id may have been faster.
            return journal(written.keySet()).equals(written);
        }
        Map<UUID, UUID> opened = new HashMap<>();
        List<UUID> closed = new ArrayList<>();
        for (Running account : decision.accounts()) {
            if (account.isNewRow()) {
                opened.put(account.id, account.opened.opening());
            } else if (account.isGoneRow()) {
                closed.add(account.id);
            }
        }
        if (!opened.isEmpty()) {
            return openings(opened.keySet()).equals(opened);
        }
        // An empty account leaves nothing but its absence; whoever closed it, it is gone as wanted.
        return !closed.isEmpty() && openings(closed).isEmpty();
    }

    private Map<UUID, Posting> journal(Collection<UUID> ids) throws SQLException {
        Map<UUID, Posting> journal = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(JOURNAL)) {
            statement.setArray(1, uuids(ids));
            collectJournal(statement.executeQuery(), journal);
        }
        return journal;
    }

    private Map<UUID, Books.Tail> tails(Collection<UUID> ids) throws SQLException {
        Map<UUID, Books.Tail> tails = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TAILS)) {
            statement.setArray(1, uuids(ids));
            statement.setArray(2, uuids(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Books.Tail tail = new Books.Tail(rows.getLong(2), micros(rows, 3));
                    tails.put(rows.getObject(1, UUID.class), tail);
                }
            }
        }
        return tails;
    }

    private Map<UUID, UUID> openings(Collection<UUID> ids) throws SQLException {
        Map<UUID, UUID> openings = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OPENINGS)) {
            statement.setArray(1, uuids(ids));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    openings.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return openings;
    }

    private static void collectAccounts(ResultSet rows, Map<UUID, Books.Entry> accounts)
            throws SQLException {
        try (rows) {
            while (rows.next()) {
                Books.Entry entry =
                        new Books.Entry(rows.getLong(2), rows.getLong(3), micros(rows, 4));
                accounts.put(rows.getObject(1, UUID.class), entry);
            }
        }
    }

    private static void collectJournal(ResultSet rows, Map<UUID, Posting> journal)
            throws SQLException {
        try (rows) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                Posting posting =
                        new Posting(
                                id,
                                side(rows, 2),
                                side(rows, 5),
                                rows.getLong(8),
                                rows.getString(9),
                                micros(rows, 10));
                journal.put(id, posting);
            }
        }
    }

    /** Three columns in a row: account, balance, version. */
    private static Side side(ResultSet rows, int column) throws SQLException {
        UUID account = rows.getObject(column, UUID.class);
        return account == null
                ? null
                : new Side(account, rows.getLong(column + 1), rows.getLong(column + 2));
    }

    private Array uuids(Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static long micros(ResultSet rows, int column) throws SQLException {
        return Micros.of(rows.getObject(column, OffsetDateTime.class).toInstant());
    }
}
