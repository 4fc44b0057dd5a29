package dev.remit.commit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/**
 * How often and how long a transaction is run again that was rolled back, or is in doubt. The
 * pauses between double from 5 ms to half a second. Fault Tolerance reads them under names of its
 * own, see application.properties.
 */
@ConfigMapping(prefix = "remit.retry")
public interface RetrySettings {

    @WithDefault("100")
    @Min(0)
    int maxRetries();

    /** From the first attempt on, in milliseconds. */
    @WithDefault("10000")
    @Min(500)
    long maxDurationMillis();
}
