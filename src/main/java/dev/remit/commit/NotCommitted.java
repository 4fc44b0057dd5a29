package dev.remit.commit;

/**
 * A request was neither committed nor rejected; unless the reason says otherwise nothing of it took
 * effect.
 */
public final class NotCommitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /**
         * Others kept getting in the way until the retries were used up, or hold a row for long.
         */
        CONTENTION,
        /** The queue is full, or the request has waited in it for too long. */
        OVERLOADED,
        DATABASE_UNAVAILABLE,
        SHUTTING_DOWN,
        /** A COMMIT was not answered and what became of it could not be found out in time. */
        OUTCOME_UNKNOWN,
        /** The database refused it, for a reason that is this program's fault. */
        INTERNAL
    }

    private final Reason reason;

    public NotCommitted(Reason reason, Throwable cause) {
        // One for every waiting caller, and nobody reads their stack traces.
        super(reason.name(), cause, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
