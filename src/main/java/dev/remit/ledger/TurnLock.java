package dev.remit.ledger;

import dev.remit.database.DatabaseKind;
import dev.remit.database.SqlStates;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One lock for all instances on a database, held until the transaction that took it ends. Those who
 * wait for it get it in the order in which they came.
 */
enum TurnLock {

    /**
     * A row.
     *
     * @see <a href="https://www.cockroachlabs.com/docs/stable/select-for-update">SELECT FOR
     *     UPDATE</a>
     */
    ROW(
            "SELECT true FROM turns WHERE name = 'commit' FOR UPDATE NOWAIT",
            "SELECT true FROM turns WHERE name = 'commit' FOR UPDATE"),

    /**
     * PostgreSQL gives a row that has just been released to whoever asks first, which is nearly
     * always who has just released it; only locks of this kind have a queue. The number is that of
     * nothing else in the database.
     *
     * @see <a
     *     href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS">advisory
     *     locks</a>
     */
    ADVISORY(
            "SELECT pg_try_advisory_xact_lock(8246720951)",
            "SELECT pg_advisory_xact_lock(8246720951)");

    private final String attempt;
    private final String await;

    TurnLock(String attempt, String await) {
        this.attempt = attempt;
        this.await = await;
    }

    static TurnLock of(Connection connection) throws SQLException {
        return switch (DatabaseKind.of(connection)) {
            case COCKROACHDB -> ROW;
            case POSTGRESQL -> ADVISORY;
        };
    }

    /** Takes it unless somebody else has it or waits for it. */
    boolean attempt(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(attempt)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            if (!SqlStates.isLocked(e)) {
                throw e;
            }
            // Nothing else can be done in a transaction after an error.
            connection.rollback();
            return false;
        }
    }

    /** Takes it as soon as it is this instance's turn. */
    void await(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(await);
        }
    }
}
