package dev.remit.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import javax.transaction.xa.XAException;

/**
 * What the failure of a transaction means for the one who has to go on.
 *
 * @param sqlState what the database said, null if it said nothing
 */
public record Failure(Kind kind, String sqlState) {

    public enum Kind {
        /**
         * Rolled back for certain, because of another transaction: may succeed in a new one, at
         * once.
         */
        CONFLICT,
        /** Rolled back for want of a working database. */
        UNAVAILABLE,
        /** Committed or not: to be looked up before anything is run again. */
        UNKNOWN,
        /** Rolled back because somebody outside holds a row that the commit needs. */
        LOCKED,
        /** Rolled back, and would be again. */
        PERMANENT
    }

    /**
     * @param thrown by a transactional method. What the database said is one of its causes if a
     *     statement failed; if COMMIT failed it is the cause of a suppressed {@link XAException}
     */
    public static Failure of(Throwable thrown) {
        SQLException said = find(thrown, SQLException.class);
        String sqlState = said == null ? null : said.getSQLState();
        if (find(thrown, XAException.class) != null) {
            return new Failure(SqlStates.atCommit(sqlState), sqlState);
        }
        return switch (said) {
            case null -> new Failure(Kind.PERMANENT, null);
            case RowLocked locked -> new Failure(Kind.LOCKED, sqlState);
            default -> new Failure(SqlStates.atStatement(sqlState), sqlState);
        };
    }

    /** Whether the connection is of no more use, and probably others in the pool neither. */
    public boolean endsConnection() {
        return SqlStates.endsConnection(sqlState);
    }

    /** Whether it may have been a lock that somebody outside holds. */
    public boolean mayBeLock() {
        return SqlStates.mayBeLocked(sqlState);
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        return find(thrown, type, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <T extends Throwable> T find(
            Throwable thrown, Class<T> type, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        if (type.isInstance(thrown)) {
            return type.cast(thrown);
        }
        T found = find(thrown.getCause(), type, seen);
        for (Throwable suppressed : thrown.getSuppressed()) {
            found = found != null ? found : find(suppressed, type, seen);
        }
        return found;
    }

    /**
     * For {@code @RetryWhen}: {@code retryOn} looks at the exception that was thrown and its causes
     * only, and misses what was said at COMMIT.
     */
    @RegisterForReflection
    public static final class WorthARetry implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable thrown) {
            return switch (Failure.of(thrown).kind()) {
                case CONFLICT, UNAVAILABLE, UNKNOWN -> true;
                case LOCKED, PERMANENT -> false;
            };
        }
    }
}
