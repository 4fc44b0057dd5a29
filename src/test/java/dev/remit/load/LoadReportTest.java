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
