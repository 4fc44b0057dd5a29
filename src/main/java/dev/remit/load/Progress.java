package dev.remit.load;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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

    /** Waits for the future and returns what it brings. */
    <T> T follow(CompletableFuture<T> future, Supplier<String> line)
            throws UnreachableException, InterruptedException {
        boolean shown = false;
        while (true) {
            try {
                T value = future.get(1, TimeUnit.SECONDS);
                erase(shown);
                return value;
            } catch (TimeoutException e) {
                out.print(terminal ? ERASE_LINE + line.get() : line.get() + System.lineSeparator());
                out.flush();
                shown = true;
            } catch (ExecutionException e) {
                erase(shown);
                if (e.getCause() instanceof UnreachableException unreachable) {
                    throw unreachable;
                }
                throw new CompletionException(e.getCause());
            }
        }
    }

    private void erase(boolean shown) {
        if (shown && terminal) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }
}
