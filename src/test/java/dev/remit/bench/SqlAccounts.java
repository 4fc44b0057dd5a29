package dev.remit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The table that transfers by SQL are posted in: ids and balances, and none of the journal that
 * Remit keeps.
 */
final class SqlAccounts {

    /** So much that none runs dry. */
    private static final long OPENING_BALANCE = 100_000_000;

    private static final int PER_INSERT = 1_000;

    private final BenchmarkDatabase database;
    private final List<UUID> ids;

    private SqlAccounts(BenchmarkDatabase database, List<UUID> ids) {
        this.database = database;
        this.ids = ids;
    }

    static SqlAccounts create(BenchmarkDatabase database, int count) throws SQLException {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        try (Connection connection = database.connect(Connection.TRANSACTION_SERIALIZABLE, 1);
                Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO bench.accounts (id, balance) SELECT unnest(?), ?")) {
            // Flyway refuses to put Remit's schema among tables that it does not know.
            statement.execute("CREATE SCHEMA bench");
            statement.execute(
                    "CREATE TABLE bench.accounts (id uuid PRIMARY KEY, balance bigint NOT NULL CHECK (balance >= 0))");
            for (int begin = 0; begin < count; begin += PER_INSERT) {
                List<UUID> part = ids.subList(begin, Math.min(begin + PER_INSERT, count));
                insert.setArray(1, connection.createArrayOf("uuid", part.toArray()));
                insert.setLong(2, OPENING_BALANCE);
                insert.executeUpdate();
            }
            // A planner that knows nothing may scan the table instead of using its key.
            statement.execute("ANALYZE bench.accounts");
        }
        return new SqlAccounts(database, ids);
    }

    BenchmarkDatabase database() {
        return database;
    }

    /**
     * Others each time, so that the old versions that a measurement leaves behind do not slow the
     * next one.
     */
    List<UUID> some(int count) {
        int begin = ThreadLocalRandom.current().nextInt(ids.size());
        return Stream.concat(ids.subList(begin, ids.size()).stream(), ids.stream())
                .limit(count)
                .toList();
    }

    /** Transfers do not change the sum. */
    boolean balance() throws SQLException {
        String sum = database.text("SELECT sum(balance)::bigint FROM bench.accounts");
        return Long.parseLong(sum) == ids.size() * OPENING_BALANCE;
    }
}
