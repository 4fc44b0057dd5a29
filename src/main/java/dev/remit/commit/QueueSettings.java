package dev.remit.commit;

import dev.remit.settings.Limits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** How much waits, how long, and how much of it goes into one commit. */
@ConfigMapping(prefix = "remit.queue")
public interface QueueSettings {

    /**
     * How many commands may wait; who comes when it is full is told so at once (503 {@code
     * overloaded}).
     */
    @WithDefault("20000")
    @WithConverter(Limits.Positive.class)
    int capacity();

    /**
     * How many commands one commit takes at most. A request that holds more commands than this
     * makes a commit of its own.
     */
    @WithDefault("1000")
    @WithConverter(BatchLimit.class)
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

    /** 1 to 10,000. */
    @RegisterForReflection
    record BatchLimit() implements Converter<Integer> {

        @Override
        public Integer convert(String value) {
            return Limits.number(value, 1, 10_000);
        }
    }
}
