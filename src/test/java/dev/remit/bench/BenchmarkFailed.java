package dev.remit.bench;

/** There is nothing to report; the message is one sentence for the user. */
final class BenchmarkFailed extends Exception {

    BenchmarkFailed(String message) {
        super(message);
    }

    BenchmarkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
