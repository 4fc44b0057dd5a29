package dev.remit.audit;

import dev.remit.database.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The books at one moment, read through one connection for as long as it takes, without standing in
 * the way of those who write: a read-only transaction.
 *
 * <p>On PostgreSQL it is DEFERRABLE: it waits, a moment as a rule, for a snapshot that no
 * concurrent transaction can spoil, and from then on neither aborts nor is aborted. On CockroachDB
 * it reads the past, which nobody writes any more, and may be served by any replica that is near.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-transaction.html">PostgreSQL: SET
 *     TRANSACTION</a>
 * @see <a href="https://www.cockroachlabs.com/docs/stable/as-of-system-time">CockroachDB: AS OF
 *     SYSTEM TIME</a>
 */
final class Snapshot implements AutoCloseable {

    /** Which books a CockroachDB is asked for. PostgreSQL knows but those of now. */
    enum Moment {
        /** Older than 4.8 s: any replica can answer, also in v21.1. */
        FIVE_SECONDS_AGO("BEGIN AS OF SYSTEM TIME '-5s'"),
        NOW("BEGIN READ ONLY");

        private final String onCockroachDb;

        Moment(String onCockroachDb) {
            this.onCockroachDb = onCockroachDb;
        }
    }

    private static final String ON_POSTGRESQL =
            "BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY, DEFERRABLE";

    /**
     * Counting all transfers is one statement: a few seconds for ten million, so this is enough for
     * more than a billion. Those who serve callers have to be quicker: what the connection comes
     * with is far too short.
     */
    private static final int STATEMENT_SECONDS = 600;

    /** The server gives up first, and says so. */
    private static final int SOCKET_MILLIS = (STATEMENT_SECONDS + 10) * 1000;

    private final Connection connection;
    private final int socketMillis;
    private final String statementTimeout;
    private boolean isOpen;

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.socketMillis = connection.getNetworkTimeout();
        this.statementTimeout = ask("SHOW statement_timeout");
    }

    /**
     * Begins it.
     *
     * @param connection in autocommit mode, and stays there: the transaction is begun and ended by
     *     statements, because only they can say of which moment it is to be
     */
    static Snapshot of(Connection connection, Moment moment) throws SQLException {
        Snapshot snapshot = new Snapshot(connection);
        try {
            snapshot.begin(moment);
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    private void begin(Moment moment) throws SQLException {
        boolean isCockroachDb = DatabaseKind.of(connection) == DatabaseKind.COCKROACHDB;
        connection.setNetworkTimeout(Runnable::run, SOCKET_MILLIS);
        // Not SET LOCAL, which CockroachDB has from v21.2 on only.
        execute("SET statement_timeout = '" + STATEMENT_SECONDS + "s'");
        execute(isCockroachDb ? moment.onCockroachDb : ON_POSTGRESQL);
        isOpen = true;
    }

    /** Only what has been committed has certainly been read at one moment. */
    void commit() throws SQLException {
        execute("COMMIT");
        isOpen = false;
    }

    /** Gives the connection back as it was. One that cannot be is of no more use to anybody. */
    @Override
    public void close() throws SQLException {
        try {
            if (isOpen) {
                execute("ROLLBACK");
            }
            execute("SET statement_timeout = '" + statementTimeout + "'");
            connection.setNetworkTimeout(Runnable::run, socketMillis);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
