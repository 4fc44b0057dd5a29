package dev.remit.commit;

import static org.awaitility.Awaitility.await;

import dev.remit.bank.OwnDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds the head of the ledger, as a commit of another instance does, and with it every commit. */
final class Gate implements AutoCloseable {

    private final Connection connection;

    private Gate(Connection connection) {
        this.connection = connection;
    }

    static Gate closed(OwnDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_xact_lock(hashtextextended('remit ledger main', 0))");
        }
        return new Gate(connection);
    }

    /** Returns when a commit waits for it to be opened. */
    void awaitCommit() {
        awaitCommits(1);
    }

    /** Returns when so many commits wait for it to be opened. */
    void awaitCommits(int commits) {
        await().until(() -> waiting() >= commits);
    }

    private long waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet waiting =
                        statement.executeQuery(
                                """
                                SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database
                                WHERE locktype = 'advisory' AND NOT granted
                                  AND datname = current_database()""")) {
            waiting.next();
            return waiting.getLong(1);
        }
    }

    /** Opens it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
