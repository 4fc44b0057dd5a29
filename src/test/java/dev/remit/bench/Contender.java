package dev.remit.bench;

import java.time.Duration;

/** What is compared with others. */
interface Contender {

    /** Short, for the tables. */
    String name();

    Sample measure(int accounts, Duration duration) throws InterruptedException;

    /**
     * Once before it counts, so that compilers and caches are done.
     *
     * @return transfers per second
     */
    default double warmUp(int accounts, Duration duration) throws InterruptedException {
        return measure(accounts, duration).perSecond();
    }
}
