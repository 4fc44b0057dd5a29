package dev.remit.audit;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Books in a database whose constraints have been taken away: an audit that trusted them would be
 * of little use. Each change is made in a transaction that is rolled back.
 */
final class ConstraintFreeBooks {

    /** Few enough that accounts have their commits in many chunks. */
    private static final int SMALL_CHUNK = 2;

    private static final int LARGE_CHUNK = 100;

    private static final String TABLES =
            "('ledgers', 'commits', 'transfers', 'account_commits', 'accounts', 'totals',"
                    + " 'account_terms', 'holds', 'monitors')";

    /** Writes books. */
    interface Author {
        void write(Connection connection) throws SQLException;
    }

    private final OwnDatabase database;
    private Connection connection;

    private ConstraintFreeBooks(OwnDatabase database) {
        this.database = database;
    }

    static ConstraintFreeBooks of(String name, Author author) throws SQLException {
        OwnDatabase database = OwnDatabase.withSchema(name);
        try (Connection connection = database.connect()) {
            author.write(connection);
            for (String change : withoutConstraints(connection)) {
                database.execute(change);
            }
        }
        return new ConstraintFreeBooks(database);
    }

    /** CockroachDB never lets a table be without a primary key. */
    private static List<String> withoutConstraints(Connection connection) throws SQLException {
        List<String> changes =
                texts(
                        connection,
                        """
                        SELECT 'ALTER TABLE ' || table_name || ' DROP CONSTRAINT ' || constraint_name
                        FROM information_schema.table_constraints
                        WHERE table_name IN %s AND constraint_type %s
                            AND constraint_name NOT LIKE '%%not_null%%'"""
                                .formatted(
                                        TABLES,
                                        isPostgreSql(connection)
                                                ? "IN ('CHECK', 'PRIMARY KEY')"
                                                : "= 'CHECK'"));
        changes.addAll(
                texts(
                        connection,
                        """
                        SELECT 'ALTER TABLE ' || c.table_name || ' ALTER ' || column_name || ' DROP NOT NULL'
                        FROM information_schema.columns c
                        WHERE c.table_name IN %s AND is_nullable = 'NO' AND NOT EXISTS (
                            SELECT 1 FROM information_schema.key_column_usage k
                            WHERE k.table_name = c.table_name AND k.column_name = c.column_name)"""
                                .formatted(TABLES)));
        changes.sort(null);
        return changes;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static boolean isPostgreSql(Connection connection) throws SQLException {
        return DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL;
    }

    void drop() {
        database.drop();
    }

    void begin() throws SQLException {
        connection = database.connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
    }

    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** In the transaction that was begun. */
    Connection connection() {
        return connection;
    }

    boolean isPostgreSql() throws SQLException {
        return isPostgreSql(connection);
    }

    /** All columns of all tables, each behind its table's name. */
    List<String> columns() throws SQLException {
        return texts(
                connection,
                "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_name IN "
                        + TABLES);
    }

    /** Returns how many rows there were to be changed. */
    int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    AuditResult audit() throws SQLException, InterruptedException {
        return audit(SMALL_CHUNK);
    }

    AuditResult auditInOneChunk() throws SQLException, InterruptedException {
        return audit(LARGE_CHUNK);
    }

    private AuditResult audit(int chunkSize) throws SQLException, InterruptedException {
        return new Audit(connection, chunkSize, List.of(), new AuditProgress()).run();
    }
}
