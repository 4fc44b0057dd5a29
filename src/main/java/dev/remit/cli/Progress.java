package dev.remit.cli;

import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Shows once a second how far something is: on a terminal in one line that is written again. */
final class Progress {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On a stream of this process, which may or may not be a terminal. */
    static Progress on(PrintStream out) {
        return new Progress(out, out == System.err && Terminal.isThere());
    }

    /** Waits for the future and returns what it brings. */
    <T> T follow(Future<T> future, Supplier<String> line)
            throws ExecutionException, InterruptedException {
        boolean shown = false;
        try {
            while (true) {
                try {
                    return future.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    show(line.get());
                    shown = true;
                }
            }
        } finally {
            if (shown && terminal) {
                out.print(ERASE_LINE);
                out.flush();
            }
        }
    }

    private void show(String line) {
        out.print(terminal ? ERASE_LINE + line : line + System.lineSeparator());
        out.flush();
    }
}
