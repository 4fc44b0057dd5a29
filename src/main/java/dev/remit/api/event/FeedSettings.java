package dev.remit.api.event;

import dev.remit.settings.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What those who follow the feed get, and how much of the service. */
@ConfigMapping(prefix = "remit.feed")
public interface FeedSettings {

    /** How many may follow at the same time; who comes then is told so at once (503). */
    @WithDefault("2000")
    @WithConverter(Limits.NotNegative.class)
    int limit();

    /** After how long without an event a sign of life is sent. */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * How long a follower may take nothing of what is sent; then he is dropped. Whoever reads
     * slowly has all the time that it takes.
     */
    @WithDefault("10s")
    Duration patience();
}
