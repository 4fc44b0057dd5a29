package dev.remit.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much waits, how long, and how much of it goes into one transaction. */
@ConfigMapping(prefix = "remit.queue")
public interface QueueSettings {

    /**
     * How many commands may wait; who comes when it is full is told so at once (503 {@code
     * overloaded}).
     */
    @WithDefault("20000")
    @Min(1)
    int capacity();

    /**
     * How many commands one transaction posts at most. A unit of several commands that is larger
     * makes a transaction of its own.
     */
    @WithDefault("1000")
    @Min(1)
    @Max(10_000)
    int batchLimit();

    /**
     * How long a command may wait before its transaction begins; then it is taken out and refused
     * with 503.
     */
    @WithDefault("5s")
    Duration patience();

    /** How long an orderly shutdown waits for what is in the queue to be posted and answered. */
    @WithDefault("10s")
    Duration drainTimeout();
}
