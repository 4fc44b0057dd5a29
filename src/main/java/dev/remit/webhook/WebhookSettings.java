package dev.remit.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may be called, how patiently, and how often again. */
@ConfigMapping(prefix = "remit.webhooks")
public interface WebhookSettings {

    /** Whether this instance delivers. If not, webhooks can be made here all the same. */
    @WithDefault("true")
    boolean enabled();

    /** How many webhooks there may be; with 0 nobody can make one. */
    @WithDefault("100")
    @Min(0)
    @Max(1000)
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
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /** How long a whole call may take. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration timeout();

    /**
     * How many events a webhook is sent in a second, at most: a receiver that answers at once, and
     * has much to catch up with, is not to take the processor from those who post.
     */
    @WithDefault("500")
    @Min(1)
    int rate();

    /**
     * How long an instance has a webhook to itself unless it says that it goes on, which it does
     * five times as often. As long, at most, nothing is sent after it was killed.
     */
    @WithDefault("15s")
    @DurationMin(millis = 100)
    Duration lease();

    /** How long to wait after a first failure; twice as long after each further one. */
    @WithDefault("1s")
    @DurationMin(millis = 1)
    Duration firstPause();

    /** But no longer than this. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration longestPause();

    /** How long an event is tried to be delivered; then the webhook is disabled. */
    @WithDefault("24h")
    Duration giveUpAfter();
}
