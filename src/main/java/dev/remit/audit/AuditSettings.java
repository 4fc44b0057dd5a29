package dev.remit.audit;

import dev.remit.settings.Limits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Whether the service checks its books by itself. */
@ConfigMapping(prefix = "remit.audit")
public interface AuditSettings {

    /**
     * How long after one audit of all the books the next one begins. Empty, the default: never.
     * Each one reads every transfer there is, so with a long history hours are right. What it finds
     * is in the log and in the metrics {@code remit.audit.*}.
     */
    Optional<@WithConverter(Interval.class) Duration> interval();

    /** A second or longer. */
    @RegisterForReflection
    record Interval() implements Converter<Duration> {

        @Override
        public Duration convert(String value) {
            return Limits.duration(value, Duration.ofSeconds(1));
        }
    }
}
