package dev.remit.ledger;

import java.util.UUID;

/** What became of a command. */
public sealed interface Outcome {

    /** Of a monitor. */
    sealed interface OfMonitor extends Outcome {}

    /**
     * @param replayed whether an earlier request had posted it, so that nothing was posted now
     */
    record Posted(Transfer transfer, boolean replayed) implements Outcome {}

    /**
     * The account as it is now.
     *
     * @param openedAt microseconds since 1970-01-01T00:00Z
     * @param replayed whether an earlier request had opened it, so that nothing was opened now
     */
    record Opened(Account account, Terms terms, long openedAt, boolean replayed)
            implements Outcome {

        public UUID id() {
            return account.id();
        }
    }

    /**
     * The account as it is now.
     *
     * @param openedAt microseconds since 1970-01-01T00:00Z
     */
    record Changed(Account account, Terms terms, long openedAt) implements Outcome {}

    /**
     * @param createdAt microseconds since 1970-01-01T00:00Z
     * @param replayed whether an earlier request had created it, so that nothing was created now
     */
    record MonitorCreated(Monitor monitor, long createdAt, boolean replayed) implements OfMonitor {}

    record MonitorDeleted(UUID monitor) implements OfMonitor {}

    record Closed(UUID account) implements Outcome {}

    /**
     * @param index which of its request's commands was rejected; if they are all or nothing, none
     *     of them took effect
     */
    record Rejected(Rejection rejection, int index) implements Outcome {}
}
