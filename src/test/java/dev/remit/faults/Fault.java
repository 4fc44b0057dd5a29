package dev.remit.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a database lets its client down: at a statement or at the COMMIT of a
 * transaction.
 *
 * <p>Its name says the same as its factory methods and is what a command line or a log line shows:
 *
 * <table>
 *   <caption>Names</caption>
 *   <tr><td>{@code statement-40001}</td><td>answered with this SQLSTATE instead of executed</td></tr>
 *   <tr><td>{@code statement-lost}</td><td>connection closed instead of executed</td></tr>
 *   <tr><td>{@code statement-delay-200ms}</td><td>executed, answered 200 ms late</td></tr>
 *   <tr><td>{@code commit-40003}</td><td>rolled back and answered with this SQLSTATE</td></tr>
 *   <tr><td>{@code commit-40003-executed}</td><td>committed and answered with this SQLSTATE</td></tr>
 *   <tr><td>{@code commit-lost}</td><td>connection closed before the COMMIT reached the server</td></tr>
 *   <tr><td>{@code commit-lost-executed}</td><td>committed, connection closed before the answer</td></tr>
 *   <tr><td>{@code commit-lost-executed-50ms}</td><td>connection closed, committed 50 ms later</td></tr>
 *   <tr><td>{@code commit-delay-200ms}</td><td>committed, answered 200 ms late</td></tr>
 * </table>
 */
public record Fault(Moment moment, Effect effect) {

    private static final Pattern NAME =
            Pattern.compile(
                    "(statement|commit)-(?:delay-(\\d{1,9})ms|(lost|[0-9A-Z]{5})(-executed)?(?:-(\\d{1,9})ms)?)");

    /** What the client was waiting for when the fault happened. */
    public enum Moment {
        /** Anything that reads or writes data; never transaction control, SET or SHOW. */
        STATEMENT,
        COMMIT
    }

    /** What the client sees, and what the database did. */
    public sealed interface Effect {

        /**
         * An ErrorResponse. A SQLSTATE that a server sends as FATAL also closes the connection, as
         * there.
         */
        record Refused(String sqlState, boolean executed) implements Effect {}

        /** The end of the connection. {@code late}: how long after it the server commits. */
        record Lost(boolean executed, Duration late) implements Effect {}

        /** The right answer, held back for so long. */
        record Delayed(Duration by) implements Effect {}
    }

    public Fault {
        if (effect instanceof Effect.Refused(String sqlState, boolean executed)) {
            if (!sqlState.matches("[0-9A-Z]{5}")) {
                throw new IllegalArgumentException("not a SQLSTATE: " + sqlState);
            }
            if (executed && promisesRollback(sqlState)) {
                throw new IllegalArgumentException(
                        sqlState + " promises a rollback: no server sends it after a commit");
            }
        }
        if (moment == Moment.STATEMENT && executed(effect)) {
            throw new IllegalArgumentException(
                    "only a COMMIT can fail after it was executed: what a statement did ends with its"
                            + " transaction");
        }
    }

    /** The statement is answered with this SQLSTATE and its transaction has failed. */
    public static Fault atStatement(String sqlState) {
        return new Fault(Moment.STATEMENT, new Effect.Refused(sqlState, false));
    }

    /** The transaction is rolled back and its COMMIT answered with this SQLSTATE. */
    public static Fault atCommit(String sqlState) {
        return new Fault(Moment.COMMIT, new Effect.Refused(sqlState, false));
    }

    public static Fault connectionLostAtStatement() {
        return new Fault(Moment.STATEMENT, new Effect.Lost(false, Duration.ZERO));
    }

    /** The COMMIT never reaches the server, which rolls back as its client is gone. */
    public static Fault connectionLostAtCommit() {
        return new Fault(Moment.COMMIT, new Effect.Lost(false, Duration.ZERO));
    }

    public static Fault delayAtStatement(Duration by) {
        return new Fault(Moment.STATEMENT, new Effect.Delayed(by));
    }

    public static Fault delayAtCommit(Duration by) {
        return new Fault(Moment.COMMIT, new Effect.Delayed(by));
    }

    /** The same for the client, but the transaction is committed. */
    public Fault afterExecution() {
        return switch (effect) {
            case Effect.Refused refused ->
                    new Fault(moment, new Effect.Refused(refused.sqlState(), true));
            case Effect.Lost lost -> new Fault(moment, new Effect.Lost(true, lost.late()));
            case Effect.Delayed delayed -> this;
        };
    }

    /**
     * The connection is lost while the COMMIT is still under way, and the server executes it this
     * much later: a client that looks at once whether it was committed finds that it was not, and
     * is wrong a moment later.
     */
    public Fault executedLater(Duration late) {
        if (!(effect instanceof Effect.Lost)) {
            throw new IllegalArgumentException("only a lost COMMIT can be executed later");
        }
        return new Fault(moment, new Effect.Lost(true, late));
    }

    /** The fault of this name. */
    public static Fault named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no fault is named " + name);
        }
        return new Fault(
                Moment.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), namedEffect(name, parts));
    }

    private static Effect namedEffect(String name, Matcher parts) {
        if (parts.group(2) != null) {
            return new Effect.Delayed(millis(parts.group(2)));
        }
        boolean executed = parts.group(4) != null;
        if (parts.group(3).equals("lost") && (executed || parts.group(5) == null)) {
            return new Effect.Lost(executed, millis(parts.group(5)));
        }
        if (parts.group(5) != null) {
            throw new IllegalArgumentException("no fault is named " + name);
        }
        return new Effect.Refused(parts.group(3), executed);
    }

    private static Duration millis(String digits) {
        return digits == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(digits));
    }

    /** The name. */
    @Override
    public String toString() {
        return moment.name().toLowerCase(Locale.ROOT)
                + switch (effect) {
                    case Effect.Refused(String state, boolean executed) ->
                            "-" + state + (executed ? "-executed" : "");
                    case Effect.Lost(boolean executed, Duration late) ->
                            "-lost"
                                    + (executed ? "-executed" : "")
                                    + (late.isZero() ? "" : "-" + late.toMillis() + "ms");
                    case Effect.Delayed(Duration by) -> "-delay-" + by.toMillis() + "ms";
                };
    }

    private static boolean executed(Effect effect) {
        return switch (effect) {
            case Effect.Refused refused -> refused.executed();
            case Effect.Lost lost -> lost.executed();
            case Effect.Delayed delayed -> false;
        };
    }

    /** Class 40 is "transaction rollback"; only 40003 leaves open whether it was. */
    private static boolean promisesRollback(String sqlState) {
        return sqlState.startsWith("40") && !sqlState.equals("40003");
    }
}
