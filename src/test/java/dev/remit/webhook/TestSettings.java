package dev.remit.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** As they are by default, but for what a test wants. */
record TestSettings(Optional<List<Network>> allowedNetworks, Duration timeout, Duration lease)
        implements WebhookSettings {

    static TestSettings allowing(String... networks) {
        return new TestSettings(
                Optional.of(Stream.of(networks).map(Network::parse).toList()),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15));
    }

    TestSettings timeout(Duration other) {
        return new TestSettings(allowedNetworks, other, lease);
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int limit() {
        return 100;
    }

    @Override
    public int rate() {
        return 500;
    }

    @Override
    public boolean allowHttp() {
        return true;
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration giveUpAfter() {
        return Duration.ofDays(1);
    }
}
