package dev.remit.cli.client;

/** What scripts can tell from how a command has ended. 2, for wrong options, is the parser's. */
final class ExitStatus {

    static final int DONE = 0;
    static final int REJECTED = 1;
    static final int UNAVAILABLE = 3;
    static final int UNKNOWN = 4;
    static final int OUTPUT_CLOSED = 5;

    private ExitStatus() {}
}
