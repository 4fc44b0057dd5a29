package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Head;
import java.sql.SQLException;
import java.util.function.ObjLongConsumer;

/**
 * How a commit takes its turn: it locks the head before it reads anything, in the order in which
 * those who wait for it came.
 */
enum HeadLock {

    /**
     * The row itself, which has a fair queue. What is read afterwards is read as of the moment at
     * which the lock was granted, because nothing was read before.
     *
     * @see <a href="https://www.cockroachlabs.com/docs/stable/select-for-update">SELECT FOR
     *     UPDATE</a>
     */
    COCKROACHDB(" FOR UPDATE") {
        @Override
        void take(RoundTrip trip, String ledger) {}
    },

    /**
     * An advisory lock, because a row that is released goes to whoever asks first, which is nearly
     * always who has just released it.
     *
     * <p>Where transactions are serializable the statement that waits for the lock fixes what the
     * transaction sees to the moment before the wait. With READ COMMITTED each statement sees what
     * is committed when it begins, and nothing that a commit reads can change behind it: whoever
     * writes has the lock.
     *
     * @see <a
     *     href="https://www.postgresql.org/docs/current/transaction-iso.html#XACT-READ-COMMITTED">READ
     *     COMMITTED</a>
     * @see <a
     *     href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS">advisory
     *     locks</a>
     */
    POSTGRESQL("") {
        @Override
        void take(RoundTrip trip, String ledger) {
            trip.run("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
                    .query(LOCK, parameters -> parameters.text(ledger), rows -> {});
        }
    };

    /**
     * How long a commit waits for a row that somebody outside holds. CockroachDB before v22.1 knows
     * no such limit: there a wait ends with the time for a statement.
     */
    private static final String LOCK_LIMIT = "1s";

    /** In this order: once it has the lock, nobody but an outsider can be in the way. */
    private static final String LOCK =
            """
            SELECT pg_advisory_xact_lock(hashtextextended('remit ledger ' || ?, 0)),
                set_config('lock_timeout', '"""
                    + LOCK_LIMIT
                    + "', true)";

    private final String suffix;

    HeadLock(String suffix) {
        this.suffix = suffix;
    }

    static HeadLock of(DatabaseKind kind) {
        return switch (kind) {
            case COCKROACHDB -> COCKROACHDB;
            case POSTGRESQL -> POSTGRESQL;
        };
    }

    abstract void take(RoundTrip trip, String ledger);

    /**
     * Locks the head and reads it.
     *
     * @param since a commit that the head has been behind; 0 is always true
     * @param reader is told when that was, too: {@link Ledger#now}
     * @throws OutsideInterference if it is not there any more
     */
    void read(RoundTrip trip, String ledger, long since, ObjLongConsumer<Head> reader) {
        take(trip, ledger);
        trip.query(
                Ledger.SELECT + suffix,
                parameters -> parameters.text(ledger).number(Ledger.page(since)),
                rows -> {
                    if (!rows.next()) {
                        throw missing(ledger, since);
                    }
                    reader.accept(Ledger.read(ledger, rows), Ledger.now(rows));
                });
    }

    private static SQLException missing(String ledger, long since) {
        return since == 0
                ? new SQLException(
                        "The ledger %s has no head: its row in the table ledgers is gone"
                                .formatted(ledger),
                        SqlStates.DATA_CORRUPTED)
                : new OutsideInterference(
                        "The head of the ledger %s is not behind commit %d any more"
                                .formatted(ledger, since));
    }
}
