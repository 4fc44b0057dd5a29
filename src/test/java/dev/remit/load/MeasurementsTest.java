package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.remit.client.Problem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private static final long SLOW = Duration.ofSeconds(9).toNanos();
    private static final long FAST = Duration.ofMillis(3).toNanos();

    private final Measurements measurements = new Measurements(2);

    @Test
    void theWarmUpCountsButIsNotMeasured() {
        measurements.begin(true);
        acknowledged(7, SLOW);
        measurements.answered(Problem.read(503, new byte[0]));
        assertThat(measurements.progress()).startsWith("warming up: ").endsWith(" (the last: 503)");
        measurements.measure();
        acknowledged(5, FAST);
        assertThat(measurements.progress()).startsWith("sending transfers: ");
        measurements.stop();
        acknowledged(3, FAST);

        TrafficResult result = measurements.result(false);

        assertThat(result.acknowledged()).isEqualTo(15);
        assertThat(result.perSecond() * result.duration().toNanos() / 1e9)
                .isCloseTo(5, within(1e-6));
        assertThat(result.latency().max()).isCloseTo(3, within(0.1));
        assertThat(result.warmUp()).isPositive();
        assertThat(result.problems()).isEqualTo(Map.of("503", 1L));
    }

    @Test
    void aRunThatEndsInItsWarmUpShowsThat() {
        measurements.begin(true);
        acknowledged(7, SLOW);
        measurements.stop();

        TrafficResult result = measurements.result(true);

        assertThat(result.warmUp()).isZero();
        assertThat(result.perSecond() * result.duration().toNanos() / 1e9)
                .isCloseTo(7, within(1e-6));
        assertThat(result.latency().max()).isCloseTo(9_000, within(10.0));
    }

    @Test
    void aRunWithoutAWarmUpIsMeasuredFromItsBeginning() {
        measurements.begin(false);
        acknowledged(7, SLOW);
        assertThat(measurements.progress()).startsWith("sending transfers: ");
        measurements.stop();

        assertThat(measurements.result(false).warmUp()).isZero();
        assertThat(measurements.result(false).acknowledged()).isEqualTo(7);
    }

    @Test
    void theLatencyOfEachInstanceIsKeptApart() {
        measurements.begin(false);
        acknowledged(98, FAST);
        measurements.acknowledged(1, SLOW);
        measurements.acknowledged(1, SLOW);
        measurements.stop();

        TrafficResult result = measurements.result(false);

        assertThat(result.latencyByUrl().getFirst().p99()).isCloseTo(3, within(0.1));
        assertThat(result.latencyByUrl().getLast().p99()).isCloseTo(9_000, within(10.0));
        assertThat(result.latency().p90()).isCloseTo(3, within(0.1));
        assertThat(result.latency().p99()).isCloseTo(9_000, within(10.0));
    }

    private void acknowledged(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            measurements.acknowledged(0, nanos);
        }
    }
}
