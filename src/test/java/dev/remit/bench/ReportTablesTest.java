package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTablesTest {

    @Test
    void columnsAreAligned() {
        MarkdownTable table = new MarkdownTable("accounts", "a").row("2", "1,234").row("10", "5|6");

        assertThat(table)
                .hasToString(
                        """
                        | accounts |     a |
                        | -------- | ----: |
                        | 2        | 1,234 |
                        | 10       |  5\\|6 |
                        """);
    }

    @Test
    void aRowHasAsManyCellsAsTheHeader() {
        MarkdownTable table = new MarkdownTable("accounts", "a");

        assertThatIllegalArgumentException().isThrownBy(() -> table.row("2"));
    }

    @Test
    void showsThroughputAndRatiosToTheBaseline() {
        Rounds rounds = new Rounds();
        rounds.add(1_000, "a", sample(250, Map.of()));
        rounds.add(1_000, "b", sample(1_000, Map.of()));
        rounds.add(1_000, "c", sample(5_500, Map.of()));

        assertThat(ReportTables.throughput(rounds, "b"))
                .hasToString(
                        """
                        | accounts |             a |     b |              c |
                        | -------- | ------------: | ----: | -------------: |
                        | 1,000    | 250 (0.250 ×) | 1,000 | 5,500 (5.50 ×) |
                        """);
    }

    @Test
    void comparesInstancesAndCountsWhatFailed() {
        Rounds rounds = new Rounds();
        rounds.add(2, "one", sample(1_000, Map.of()));
        rounds.add(2, "two", sample(900, Map.of("503 contention", 1_200L)));
        rounds.add(2, "two", sample(1_100, Map.of()));
        rounds.add(2, "one", sample(1_000, Map.of()));

        assertThat(ReportTables.instances(rounds, "one", "two").toString())
                .contains(
                        "| 2        | 1,000 | 1,000 | 1.00 × | 0.900; 1.10 |          0 |      1,200 |");
    }

    @Test
    void addsUpWhatFailedInAllRounds() {
        List<Sample> samples =
                List.of(
                        sample(1, Map.of("503 overloaded", 1_000L)),
                        sample(1, Map.of("503 overloaded", 1L, "timeout", 2L)));

        assertThat(ReportTables.failures(samples)).isEqualTo("1,001 × 503 overloaded, 2 × timeout");
        assertThat(ReportTables.failures(List.of())).isEqualTo("none");
    }

    @Test
    void figuresHaveThreeDigits() {
        assertThat(List.of(12_345.6, 123.4, 12.34, 1.234, 0.1234, 0.01234, 0.0, Double.NaN))
                .extracting(Figures::number)
                .containsExactly("12,346", "123", "12.3", "1.23", "0.123", "0.0123", "0", "–");
    }

    private static Sample sample(double perSecond, Map<String, Long> failures) {
        return new Sample(perSecond, 1, 2, 0, failures, CpuPerTransfer.UNKNOWN);
    }
}
