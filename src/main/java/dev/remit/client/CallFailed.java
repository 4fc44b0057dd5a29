package dev.remit.client;

/** Why a call has not come to what was asked for; what that means is the kind of it. */
public abstract sealed class CallFailed extends Exception {

    private CallFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** The service does not do that, and has changed nothing. */
    public static final class Rejected extends CallFailed {

        private final transient Problem problem;

        Rejected(Problem problem) {
            super(problem.sentence(), null);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** The service is not there, or cannot answer now. Nothing was changed. */
    public static final class Unavailable extends CallFailed {

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It may have been done, or may be done yet, and it may not. */
    public static final class OutcomeUnknown extends CallFailed {

        OutcomeUnknown(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
