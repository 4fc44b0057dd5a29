package dev.remit.database;

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

    /**
     * Another transaction got in the way and this one was rolled back for certain, also when COMMIT
     * answers with it: serialization_failure and deadlock_detected. CockroachDB reports both as
     * 40001.
     */
    private static final Set<String> CONFLICT = Set.of("40001", "40P01");

    /**
     * unique_violation: of ids only, since the ledger locks what it counts. Somebody has committed
     * the same id since it was looked up; who looks again sees it.
     */
    private static final String DUPLICATE = "23505";

    /**
     * The server is going away or cannot take more work now: admin_shutdown (what a draining
     * CockroachDB node says, too), crash_shutdown, cannot_connect_now, and too_many_connections.
     */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "53300");

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
     * CockroachDB also cancels what is running on a node that is being drained.
     */
    private static final String CANCELED = "57014";

    /** invalid_catalog_name, undefined_table and undefined_column. */
    private static final Set<String> MISSING = Set.of("3D000", "42P01", "42703");

    /** lock_not_available: somebody else has the row, and NOWAIT said not to wait for it. */
    private static final String LOCKED = "55P03";

    private SqlStates() {}

    /** Whether a database, table or column is not there; in CockroachDB's past, not yet. */
    public static boolean isMissing(SQLException error) {
        return MISSING.contains(error.getSQLState());
    }

    /** Whether a lock was not to be had at once. */
    public static boolean isLocked(SQLException error) {
        return LOCKED.equals(error.getSQLState());
    }

    /** What a failure before COMMIT means. Whatever it is, the transaction was rolled back. */
    static Failure.Kind atStatement(String sqlState) {
        if (sqlState == null) {
            // Without a code it comes from the connection pool: there was no connection to be had
            // in time.
            return Failure.Kind.UNAVAILABLE;
        }
        if (CONFLICT.contains(sqlState) || DUPLICATE.equals(sqlState)) {
            return Failure.Kind.CONFLICT;
        }
        if (UNAVAILABLE.contains(sqlState)
                || CANCELED.equals(sqlState)
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
        return sqlState != null && CONFLICT.contains(sqlState)
                ? Failure.Kind.CONFLICT
                : Failure.Kind.UNKNOWN;
    }

    /** Whether the connection on which it was answered is of no more use. */
    static boolean endsConnection(String sqlState) {
        return sqlState != null
                && (UNAVAILABLE.contains(sqlState) || sqlState.startsWith(CONNECTION_CLASS));
    }
}
