package dev.remit.bench;

import java.time.Duration;

/** What is compared with others. */
interface Contender {

    /** Short, for the tables. */
    String name();

    Sample measure(int accounts, Duration duration) throws BenchmarkFailed, InterruptedException;
}
