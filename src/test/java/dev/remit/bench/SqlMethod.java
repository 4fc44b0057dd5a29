package dev.remit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A way to post transfers by SQL.
 *
 * @param isolation one of the constants of {@link Connection}
 * @param prepareThreshold how often a statement is run before the server keeps it prepared
 * @param preparation makes a connection ready for such transfers
 */
record SqlMethod(String description, int isolation, int prepareThreshold, Preparation preparation) {

    @FunctionalInterface
    interface Preparation {
        Transfer on(Connection connection) throws SQLException;
    }

    /** On one connection. */
    @FunctionalInterface
    interface Transfer {

        /**
         * One attempt. When it throws, nothing has been posted and the connection can be used
         * again.
         *
         * @throws SQLException with SQLSTATE 40001 or 40P01 if it is to be run again
         */
        void post(UUID from, UUID to, long amount) throws SQLException;
    }

    /** The driver's own default, which tutorials leave as it is. */
    private static final int DEFAULT_THRESHOLD = 5;

    private static final int AT_ONCE = 1;
    private static final int BOTH_ACCOUNTS = 2;
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /**
     * The tutorials' shape: a transaction reads both balances, checks them in the program, and
     * writes both back.
     */
    static final SqlMethod READ_CHECK_WRITE =
            new SqlMethod(
                    "read, check, write back",
                    Connection.TRANSACTION_SERIALIZABLE,
                    DEFAULT_THRESHOLD,
                    SqlMethod::readCheckWrite);

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
     * The good single statements: which is best depends on the database and on how much the
     * accounts are fought over. A guarded update at READ COMMITTED is not among them: its guard
     * could pass on balances that have changed before the rows are written.
     */
    static final List<SqlMethod> SINGLE_STATEMENTS =
            List.of(
                    single(
                            "guarded update, SERIALIZABLE",
                            GUARDED,
                            Connection.TRANSACTION_SERIALIZABLE),
                    single(
                            "rows locked in id order, SERIALIZABLE",
                            LOCKED,
                            Connection.TRANSACTION_SERIALIZABLE),
                    single(
                            "rows locked in id order, READ COMMITTED",
                            LOCKED,
                            Connection.TRANSACTION_READ_COMMITTED));

    private static SqlMethod single(String description, String sql, int isolation) {
        return new SqlMethod(
                description, isolation, AT_ONCE, connection -> singleStatement(connection, sql));
    }

    /** A connection set up as this way needs it. */
    Connection connect(BenchmarkDatabase database) throws SQLException {
        return database.connect(isolation, prepareThreshold);
    }

    private static Transfer readCheckWrite(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
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

    /** It moves the money if both accounts exist and the payer has it, else it changes no row. */
    private static Transfer singleStatement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(withQuestionMarks(sql));
        List<String> parameters = parameters(sql);
        return (from, to, amount) -> {
            for (int i = 0; i < parameters.size(); i++) {
                switch (parameters.get(i)) {
                    case "from" -> statement.setObject(i + 1, from);
                    case "to" -> statement.setObject(i + 1, to);
                    default -> statement.setLong(i + 1, amount);
                }
            }
            if (statement.executeUpdate() != BOTH_ACCOUNTS) {
                throw new SQLException("insufficient funds on " + from + ", or no such account");
            }
        };
    }

    /** A statement whose parameters have names, as JDBC takes it. */
    static String withQuestionMarks(String sql) {
        return PARAMETER.matcher(sql).replaceAll("?");
    }

    /** The names, in the order of the question marks. */
    static List<String> parameters(String sql) {
        return PARAMETER.matcher(sql).results().map(found -> found.group(1)).toList();
    }
}
