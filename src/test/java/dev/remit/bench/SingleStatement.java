package dev.remit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * One statement posts a transfer: it moves the money if both accounts exist and the payer has it,
 * else it changes no row. Committed by itself, prepared on the server.
 *
 * @param sql with the parameters {@code {from}}, {@code {to}} and {@code {amount}}
 * @param isolation one of the constants of {@link Connection}
 */
record SingleStatement(String description, String sql, int isolation) implements SqlMethod {

    private static final int AT_ONCE = 1;
    private static final int BOTH_ACCOUNTS = 2;

    private static final String GUARDED =
            """
            UPDATE bench.accounts
            SET balance = balance + CASE WHEN id = {from} THEN -{amount} ELSE {amount} END
            WHERE id IN ({from}, {to})
              AND (SELECT count(*) FROM bench.accounts
                   WHERE id IN ({from}, {to}) AND (id = {to} OR balance >= {amount})) = 2
            """;

    private static final String LOCKED =
            """
            WITH held AS (
                SELECT id, balance FROM bench.accounts WHERE id IN ({from}, {to}) ORDER BY id FOR UPDATE)
            UPDATE bench.accounts AS account
            SET balance = account.balance + CASE WHEN account.id = {from} THEN -{amount} ELSE {amount} END
            FROM held
            WHERE account.id = held.id
              AND (SELECT count(*) FROM held WHERE id = {to} OR balance >= {amount}) = 2
            """;

    /**
     * The good ones: which is best depends on the database and on how much the accounts are fought
     * over. A guarded update at READ COMMITTED is not among them: its guard could pass on balances
     * that have changed before the rows are written.
     */
    static final List<SingleStatement> CANDIDATES =
            List.of(
                    new SingleStatement(
                            "guarded update, SERIALIZABLE",
                            GUARDED,
                            Connection.TRANSACTION_SERIALIZABLE),
                    new SingleStatement(
                            "rows locked in id order, SERIALIZABLE",
                            LOCKED,
                            Connection.TRANSACTION_SERIALIZABLE),
                    new SingleStatement(
                            "rows locked in id order, READ COMMITTED",
                            LOCKED,
                            Connection.TRANSACTION_READ_COMMITTED));

    @Override
    public Connection connect(BenchmarkDatabase database) throws SQLException {
        return database.connect(isolation, AT_ONCE);
    }

    @Override
    public SqlTransfer prepare(Connection connection) throws SQLException {
        PreparedParameters parameters = PreparedParameters.of(sql);
        PreparedStatement statement = connection.prepareStatement(parameters.sql());
        return (from, to, amount) -> {
            int position = 0;
            for (String name : parameters.names()) {
                position++;
                switch (name) {
                    case "from" -> statement.setObject(position, from);
                    case "to" -> statement.setObject(position, to);
                    default -> statement.setLong(position, amount);
                }
            }
            if (statement.executeUpdate() != BOTH_ACCOUNTS) {
                throw refused(from);
            }
        };
    }

    private static SQLException refused(UUID from) {
        return new SQLException("insufficient funds on " + from + ", or no such account");
    }
}
