package dev.remit.load;

/** The service does not answer, or not like Remit; the message is one sentence for the user. */
public final class UnreachableException extends Exception {

    UnreachableException(String message) {
        super(message);
    }

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
