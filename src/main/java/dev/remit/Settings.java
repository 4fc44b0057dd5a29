package dev.remit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Every setting of Remit's own. A setting that is not listed here is a mistake and ends the start.
 */
@ConfigMapping(prefix = "remit")
public interface Settings {

    Queue queue();

    Retry retry();

    Audit audit();

    /**
     * In development and tests only: {@code container}, {@code binary} or {@code embedded} instead
     * of the best that is there.
     */
    Optional<String> devdb();

    /** How much waits, how long, and how much of it goes into one transaction. */
    interface Queue {

        /**
         * How many commands may wait; who comes when it is full is told so at once (503 {@code
         * overloaded}).
         */
        @WithDefault("20000")
        @Min(1)
        int capacity();

        /**
         * How many commands one transaction posts at most. A request that holds more commands than
         * this makes a transaction of its own.
         */
        @WithDefault("1000")
        @Min(1)
        @Max(10_000)
        int batchLimit();

        /**
         * How long a command may wait for its transaction to begin; then it is taken out and
         * refused with 503.
         */
        @WithDefault("5s")
        Duration patience();

        /** How long an orderly end waits for what is in the queue to be posted and answered. */
        @WithDefault("10s")
        Duration drainTimeout();
    }

    /**
     * How often and how long a transaction is run again that was rolled back, or is in doubt. The
     * pauses between double from 5 ms to half a second.
     */
    interface Retry {

        @WithDefault("100")
        @Min(0)
        int maxRetries();

        /** From the first attempt on, in milliseconds. */
        @WithDefault("10000")
        @Min(500)
        long maxDurationMillis();
    }

    /** Whether the service checks its books by itself. */
    interface Audit {

        /**
         * How long after one audit of all the books the next one begins. Empty, the default: never.
         * Each one reads every posting there is, so with a large journal hours are right. What it
         * finds is in the log and in the metrics {@code remit.audit.*}.
         */
        Optional<@DurationMin(seconds = 1) Duration> interval();
    }
}
