package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoadReportTest {

    private static final LoadOptions OPTIONS =
            new LoadOptions(
                    List.of(URI.create("http://localhost:8080")),
                    1_000,
                    256,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    0,
                    0,
                    0,
                    Duration.ofSeconds(30));

    @Test
    void showsWhatWasMeasured() {
        Histogram micros = new Histogram(3);
        micros.recordValueWithCount(1_500, 900);
        micros.recordValueWithCount(2_000, 90);
        micros.recordValueWithCount(10_000, 10);
        TrafficResult traffic =
                new TrafficResult(
                        Duration.ofMillis(1_000),
                        Duration.ofMillis(2_040),
                        1_000,
                        490.19,
                        TrafficResult.Latency.of(micros),
                        List.of(TrafficResult.Latency.of(micros)),
                        Map.of("503 overloaded", 1_200L, "422 insufficient-funds", 3L),
                        4,
                        5,
                        9,
                        false);

        assertThat(LoadReport.traffic(OPTIONS, traffic))
                .isEqualTo(
                        """
                        http://localhost:8080: 1,000 accounts, 256 callers, 2.0 s after 1.0 s of warm-up, seed 0
                          acknowledged  490.2 transfers per second, 1,000 in all
                          latency       p50 1.50 ms, p90 1.50 ms, p99 2.00 ms, p99.9 10.01 ms, max 10.01 ms
                          not 2xx       3 x 422 insufficient-funds, 1,200 x 503 overloaded
                          no answer     4 connection errors, 5 timeouts
                        """);
    }

    @Test
    void showsTheLatencyOfEachInstanceWhereThereAreSeveral() {
        LoadOptions options =
                new LoadOptions(
                        List.of(URI.create("http://one:8080"), URI.create("http://two:8080")),
                        1_000,
                        256,
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        0,
                        0,
                        0,
                        Duration.ofSeconds(30));
        TrafficResult.Latency one = new TrafficResult.Latency(1, 2, 3, 4, 5);
        TrafficResult.Latency two = new TrafficResult.Latency(2, 3, 4, 5, 6);
        TrafficResult traffic =
                new TrafficResult(
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        1_000,
                        500,
                        two,
                        List.of(one, two),
                        Map.of(),
                        0,
                        0,
                        0,
                        false);

        assertThat(LoadReport.traffic(options, traffic))
                .contains(
                        """
                          latency       p50 2.00 ms, p90 3.00 ms, p99 4.00 ms, p99.9 5.00 ms, max 6.00 ms
                            http://one:8080  p50 1.00 ms, p90 2.00 ms, p99 3.00 ms, p99.9 4.00 ms, max 5.00 ms
                            http://two:8080  p50 2.00 ms, p90 3.00 ms, p99 4.00 ms, p99.9 5.00 ms, max 6.00 ms
                          not 2xx       none
                        """);
        assertThat(LoadReport.json(options, traffic, null))
                .contains(
                        "\"latencyMillisByUrl\":[{\"p50\":1.0,\"p90\":2.0,\"p99\":3.0,\"p999\":4.0,\"max\":5.0},{\"p50\":2.0,",
                        "\"books\":null");
    }

    @Test
    void saysWhatABalancedBookHolds() {
        assertThat(LoadReport.books(new BookResult(1_000, 25_000, 7_000, 7_000, 0, List.of())))
                .isEqualTo(
                        "  books         balanced: 1,000 accounts, 25,000 postings, total 7,000\n");
    }

    @Test
    void listsTheFirstFaults() {
        BookResult books = new BookResult(2, 5, 7, 8, 1_002, List.of("one thing", "another"));

        assertThat(LoadReport.books(books))
                .isEqualTo(
                        """
                          books         WRONG in 1,002 places:
                            one thing
                            another
                            and 1,000 more
                        """);
    }

    @Test
    void saysThatAnInterruptedRunHasNotCheckedTheBooks() {
        assertThat(LoadReport.books(null)).isEqualTo("  books         not checked\n");
    }
}
