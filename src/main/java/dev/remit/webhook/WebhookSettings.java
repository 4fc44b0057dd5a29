package dev.remit.webhook;

import dev.remit.settings.Limits;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Who may be called, how patiently, and how often again. */
@ConfigMapping(prefix = "remit.webhooks")
public interface WebhookSettings {

    /** Whether this instance delivers. If not, webhooks can be made here all the same. */
    @WithDefault("true")
    boolean enabled();

    /** How many webhooks there may be; with 0 nobody can make one. */
    @WithDefault("100")
    @WithConverter(MostWebhooks.class)
    int limit();

    /** Whether receivers may be called without TLS. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * Networks, such as {@code 10.1.0.0/16}, that may be called although they are private. Without
     * it nothing is called but public addresses.
     */
    Optional<List<Network>> allowedNetworks();

    /** How long a connection to a receiver may take. */
    @WithDefault("3s")
    @WithConverter(Limits.SomeTime.class)
    Duration connectTimeout();

    /** How long a whole call may take. */
    @WithDefault("10s")
    @WithConverter(Limits.SomeTime.class)
    Duration timeout();

    /**
     * How many events a webhook is sent in a second, at most: a receiver that answers at once, and
     * has much to catch up with, is not to take the processor from those who post.
     */
    @WithDefault("500")
    @WithConverter(Limits.Positive.class)
    int rate();

    /**
     * How long an instance has a webhook to itself unless it says that it goes on, which it does
     * five times as often. As long, at most, nothing is sent after it was killed.
     */
    @WithDefault("15s")
    @WithConverter(Lease.class)
    Duration lease();

    /** How long to wait after a first failure; twice as long after each further one. */
    @WithDefault("1s")
    @WithConverter(Limits.SomeTime.class)
    Duration firstPause();

    /** But no longer than this. */
    @WithDefault("1h")
    @WithConverter(Limits.SomeTime.class)
    Duration longestPause();

    /** How long an event is tried to be delivered; then the webhook is disabled. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** 0 to 1,000. */
    @RegisterForReflection
    record MostWebhooks() implements Converter<Integer> {

        @Override
        public Integer convert(String value) {
            return Limits.number(value, 0, 1000);
        }
    }

    /** 100 ms or longer, so that there is time to renew it. */
    @RegisterForReflection
    record Lease() implements Converter<Duration> {

        @Override
        public Duration convert(String value) {
            return Limits.duration(value, Duration.ofMillis(100));
        }
    }
}
