package dev.remit.audit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Whether the service checks its books by itself. */
@ConfigMapping(prefix = "remit.audit")
public interface AuditSettings {

    /**
     * How long after one audit of all the books the next one begins. Empty, the default: never.
     * Each one reads every transfer there is, so with a long history hours are right. What it finds
     * is in the log and in the metrics {@code remit.audit.*}.
     */
    Optional<@DurationMin(seconds = 1) Duration> interval();
}
