package dev.remit.commit;

import dev.remit.settings.Limits;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How often and how long a transaction is run again that was rolled back, or is in doubt. The
 * pauses between double from 5 ms to half a second. Fault Tolerance reads them under names of its
 * own, see application.properties; here they are only checked.
 */
@ConfigMapping(prefix = "remit.retry")
@Unremovable
public interface RetrySettings {

    @WithDefault("100")
    @WithConverter(Limits.NotNegative.class)
    int maxRetries();

    /** From the first attempt on, in milliseconds. */
    @WithDefault("10000")
    @WithConverter(MaxDuration.class)
    int maxDurationMillis();

    /** As long as the longest pause, or longer. */
    @RegisterForReflection
    record MaxDuration() implements Converter<Integer> {

        @Override
        public Integer convert(String value) {
            return Limits.number(value, 500, Integer.MAX_VALUE);
        }
    }
}
