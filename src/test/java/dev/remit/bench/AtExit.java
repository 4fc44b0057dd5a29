package dev.remit.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Ends and removes what the benchmark started and created, the last first, when this process ends:
 * done or interrupted, the way is the same.
 */
final class AtExit {

    /** $1: the process to end when this one is gone, however it went: its end closes the pipe. */
    private static final String WATCH = "trap '' HUP INT QUIT TERM; cat >/dev/null; kill \"$1\"";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ending;

    AtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "at-exit"));
        // The process that started this one may be gone, or stopped so that nobody tells this one.
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    }

    /**
     * Ends another process even if this one is killed.
     *
     * @return the watch, to be destroyed before the process ends in another way: its id may be
     *     given to another one
     */
    static Process watch(long pid) throws IOException {
        return new ProcessBuilder("sh", "-c", WATCH, "remit-bench-watch", String.valueOf(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    synchronized void close(AutoCloseable resource) {
        if (ending) {
            close(resource, true);
            throw new IllegalStateException("the benchmark is ending");
        }
        open.push(resource);
    }

    /** Whether failures are only consequences of the end. */
    synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void closeAll() {
        ending = true;
        while (!open.isEmpty()) {
            close(open.pop(), false);
        }
    }

    private static void close(AutoCloseable resource, boolean silent) {
        try {
            resource.close();
        } catch (Exception e) {
            if (!silent) {
                System.err.println("benchmark: while cleaning up: " + e);
            }
        }
    }
}
