package dev.remit.store;

import java.sql.SQLException;
import java.util.Set;

/**
 * Every SQLSTATE that means something to Remit, and what it means. Nothing else in the program
 * knows one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error
 *     codes</a>
 * @see <a href="https://www.cockroachlabs.com/docs/stable/common-errors">CockroachDB common
 *     errors</a>
 * @see <a
 *     href="https://www.cockroachlabs.com/docs/stable/transaction-retry-error-reference">CockroachDB
 *     transaction retry errors</a>
 */
public final class SqlStates {

    static final String SERIALIZATION_FAILURE = "40001";

    /** data_corrupted: what is always there is gone. */
    static final String DATA_CORRUPTED = "XX001";

    /**
     * Class 40, transaction rollback: another transaction got in the way and this one was rolled
     * back for certain. PostgreSQL tells serialization_failure from deadlock_detected (40P01),
     * CockroachDB reports both as 40001.
     */
    private static final String ROLLBACK_CLASS = "40";

    /** Those of that class that are certain at COMMIT, too. */
    private static final Set<String> ROLLED_BACK = Set.of(SERIALIZATION_FAILURE, "40P01");

    /**
     * unique_violation, of an id or a version: somebody has committed the same since it was looked
     * up; who looks again sees it.
     */
    private static final String DUPLICATE = "23505";

    /**
     * The server is going away, has ended the session, or cannot write: admin_shutdown (what a
     * draining CockroachDB node says, too), crash_shutdown, cannot_connect_now,
     * idle_session_timeout, idle_in_transaction_session_timeout, and read_only_sql_transaction,
     * which is what a server says that is not the primary one any more.
     *
     * @see <a
     *     href="https://www.postgresql.org/docs/current/runtime-config-client.html">PostgreSQL's
     *     time limits for sessions</a>
     */
    private static final Set<String> SESSION_IS_OVER =
            Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "25006");

    /** Class 53, insufficient resources: disk_full, out_of_memory, too_many_connections. */
    private static final String RESOURCES_CLASS = "53";

    /**
     * Class 08, connection exception: the driver's own codes for a connection that could not be
     * made or was lost.
     *
     * @see <a
     *     href="https://github.com/pgjdbc/pgjdbc/blob/master/pgjdbc/src/main/java/org/postgresql/util/PSQLState.java">PSQLState</a>
     */
    private static final String CONNECTION_CLASS = "08";

    /**
     * query_canceled, which is how a statement that took longer than statement_timeout ends;
     * CockroachDB also cancels what is running on a node that is being drained, and before v22.1
     * ends a wait for a lock in no other way.
     */
    private static final String CANCELED = "57014";

    /** lock_not_available: NOWAIT, or lock_timeout is over. */
    private static final String LOCKED = "55P03";

    /** invalid_catalog_name, undefined_table and undefined_column. */
    private static final Set<String> MISSING = Set.of("3D000", "42P01", "42703");

    private SqlStates() {}

    /** Whether a database, table or column is not there; in CockroachDB's past, not yet. */
    public static boolean isMissing(SQLException error) {
        return MISSING.contains(error.getSQLState());
    }

    /** Whether somebody else had a lock, for certain. */
    static boolean isLocked(SQLException error) {
        return LOCKED.equals(error.getSQLState());
    }

    /** Whether it may be that somebody else had a lock. */
    static boolean mayBeLocked(String sqlState) {
        return LOCKED.equals(sqlState) || CANCELED.equals(sqlState);
    }

    /** What a failure before COMMIT means. Whatever it is, the transaction was rolled back. */
    static Failure.Kind atStatement(String sqlState) {
        if (sqlState == null) {
            // Without a code it comes from the connection pool: there was no connection to be had
            // in time.
            return Failure.Kind.UNAVAILABLE;
        }
        if (sqlState.startsWith(ROLLBACK_CLASS) || DUPLICATE.equals(sqlState)) {
            return Failure.Kind.CONFLICT;
        }
        if (SESSION_IS_OVER.contains(sqlState)
                || mayBeLocked(sqlState)
                || sqlState.startsWith(RESOURCES_CLASS)
                || sqlState.startsWith(CONNECTION_CLASS)) {
            return Failure.Kind.UNAVAILABLE;
        }
        return Failure.Kind.PERMANENT;
    }

    /**
     * What a failure of COMMIT means. Only a conflict says for certain that nothing was committed;
     * anything else may have taken place, above all 40003 (statement_completion_unknown,
     * CockroachDB's "result is ambiguous") and a connection that was lost.
     */
    static Failure.Kind atCommit(String sqlState) {
        return sqlState != null && ROLLED_BACK.contains(sqlState)
                ? Failure.Kind.CONFLICT
                : Failure.Kind.UNKNOWN;
    }

    /** Whether the connection on which it was answered is of no more use. */
    static boolean endsConnection(String sqlState) {
        return sqlState != null
                && (SESSION_IS_OVER.contains(sqlState) || sqlState.startsWith(CONNECTION_CLASS));
    }
}
