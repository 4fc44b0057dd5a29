package dev.remit.webhook;

/**
 * How a call went.
 *
 * @param status what was answered; null if nothing was
 * @param failure what is wrong, in a sentence; null if nothing is
 */
record CallResult(Integer status, String failure) {

    /** RFC 9110: the receiver is gone, and nobody is to call it any more. */
    private static final int GONE = 410;

    static CallResult answered(int status) {
        if (status >= 200 && status < 300) {
            return new CallResult(status, null);
        }
        String why =
                switch (status / 100) {
                    case 3 -> "The receiver answered %d, and redirects are not followed.";
                    default -> "The receiver answered %d.";
                };
        return new CallResult(status, why.formatted(status));
    }

    static CallResult unanswered(String why) {
        return new CallResult(null, why);
    }

    boolean isSuccess() {
        return failure == null;
    }

    /** Whether there is no use in trying again. */
    boolean isFinal() {
        return status != null && status == GONE;
    }
}
