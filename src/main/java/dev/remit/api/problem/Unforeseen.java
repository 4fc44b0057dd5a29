package dev.remit.api.problem;

import dev.remit.store.Failure;
import org.jboss.logging.Logger;

/** Whatever nobody thought of, and what the database says to those who only read. */
public final class Unforeseen {

    private static final Logger LOG = Logger.getLogger(Unforeseen.class);

    private Unforeseen() {}

    /** What the caller is told; if it is a defect, the log says which. */
    public static Problem problem(Throwable thrown) {
        return switch (Failure.of(thrown).kind()) {
            case CONFLICT, LOCKED -> Problems.contention();
            case UNAVAILABLE, UNKNOWN -> Problems.databaseUnavailable();
            case PERMANENT -> {
                LOG.error("A request failed", thrown);
                yield Problem.internalError();
            }
        };
    }
}
