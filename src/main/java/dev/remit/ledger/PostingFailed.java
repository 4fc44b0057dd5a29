package dev.remit.ledger;

/**
 * A unit was neither posted nor refused; unless the reason says otherwise nothing of it took
 * effect.
 */
public final class PostingFailed extends RuntimeException {

    public enum Reason {
        /** Other transactions kept getting in the way until the retries were used up. */
        CONTENTION,
        /** The queue is full, or the unit has waited in it for too long. */
        OVERLOADED,
        DATABASE_UNAVAILABLE,
        SHUTTING_DOWN,
        /** A COMMIT was not answered and what became of it could not be found out in time. */
        OUTCOME_UNKNOWN,
        /** The database refused it, for a reason that is this program's fault. */
        INTERNAL
    }

    private final Reason reason;

    public PostingFailed(Reason reason, Throwable cause) {
        // One for every waiting caller, and nobody reads their stack traces.
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
