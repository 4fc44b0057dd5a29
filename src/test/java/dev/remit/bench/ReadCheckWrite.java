package dev.remit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The tutorials' shape: a transaction reads both balances, checks them in the program, and writes
 * both back.
 */
final class ReadCheckWrite implements SqlMethod {

    /** The driver's own default, which tutorials leave as it is. */
    private static final int PREPARE_THRESHOLD = 5;

    @Override
    public String description() {
        return "read, check, write back";
    }

    @Override
    public Connection connect(BenchmarkDatabase database) throws SQLException {
        Connection connection =
                database.connect(Connection.TRANSACTION_SERIALIZABLE, PREPARE_THRESHOLD);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public SqlTransfer prepare(Connection connection) throws SQLException {
        PreparedStatement read =
                connection.prepareStatement("SELECT balance FROM bench.accounts WHERE id = ?");
        PreparedStatement write =
                connection.prepareStatement("UPDATE bench.accounts SET balance = ? WHERE id = ?");
        return (from, to, amount) -> {
            try {
                long payer = read(read, from);
                long payee = read(read, to);
                if (payer < amount) {
                    throw new SQLException("insufficient funds");
                }
                write(write, from, payer - amount);
                write(write, to, payee + amount);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        };
    }

    private static long read(PreparedStatement statement, UUID id) throws SQLException {
        statement.setObject(1, id);
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("no such account: " + id);
            }
            return rows.getLong(1);
        }
    }

    private static void write(PreparedStatement statement, UUID id, long balance)
            throws SQLException {
        statement.setLong(1, balance);
        statement.setObject(2, id);
        statement.executeUpdate();
    }
}
