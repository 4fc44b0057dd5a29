package dev.remit.devdb;

import java.util.Optional;

/** Processes as a person counts them. */
final class Processes {

    private Processes() {}

    /**
     * One that has ended, but whose parent has not asked for its status yet, has no command any
     * more.
     */
    static Optional<ProcessHandle> running(long pid) {
        return ProcessHandle.of(pid).filter(process -> process.info().command().isPresent());
    }
}
