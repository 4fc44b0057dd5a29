package dev.remit.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Ends and removes what the benchmark started and created, the last first, when this process ends:
 * done or interrupted, the way is the same.
 */
final class AtExit {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ending;

    AtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "at-exit"));
    }

    /** The process that started this one is gone, or was stopped so that nobody told this one. */
    static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
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
