package dev.remit.commit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much waits, how long, and how much of it goes into one commit. */
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
     * How many commands one commit takes at most. A request that holds more commands than this
     * makes a commit of its own.
     */
    @WithDefault("1000")
    @Min(1)
    @Max(10_000)
    int batchLimit();

    /**
     * How long a command may wait for its transaction to begin; then it is taken out and refused
     * with 503.
     */
    @WithDefault("5s")
    Duration patience();

    /**
     * How long an orderly end takes at most: what is in the queue by then is refused, what is being
     * committed is answered with 503 {@code outcome-unknown}.
     */
    @WithDefault("10s")
    Duration drainTimeout();
}
