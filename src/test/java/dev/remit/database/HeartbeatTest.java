package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final List<Duration> beats = new CopyOnWriteArrayList<>();

    @Test
    void goesOnUntilItIsClosed() {
        Heartbeat heartbeat = Heartbeat.every(Duration.ofMillis(10), beats::add);
        await().until(() -> beats.size() >= 3);
        heartbeat.close();
        int said = beats.size();

        assertThat(beats.getFirst()).isGreaterThanOrEqualTo(Duration.ofMillis(10));
        await().during(Duration.ofMillis(100)).until(() -> beats.size() == said);
    }

    @Test
    void whatIsQuickIsPassedOver() {
        Heartbeat.every(Duration.ofDays(1), beats::add).close();

        assertThat(beats).isEmpty();
    }
}
