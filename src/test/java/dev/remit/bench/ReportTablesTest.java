package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        String two = RemitContender.onTwo("c");
        Rounds rounds = new Rounds();
        rounds.add(2, "c", sample(1_000, Map.of()));
        rounds.add(2, two, sample(900, Map.of("503 contention", 1_200L)));
        rounds.add(2, two, sample(1_100, Map.of()));
        rounds.add(2, "c", sample(1_000, Map.of()));

        assertThat(cells(ReportTables.instances(rounds)))
                .containsExactly(
                        "c",
                        "2",
                        "1,000",
                        "1,000",
                        "1.00 ×",
                        "0.900; 1.10",
                        "0",
                        "1,200",
                        "10.0",
                        "20.0",
                        "2.00 (2.00–2.00)");
    }

    @Test
    void saysThatTheDatabaseIsNotFoundOnlyIfThatIsWhy() {
        Rounds rounds = new Rounds();
        rounds.add(2, "a", sample(0, Map.of()));
        rounds.add(2, "b", sample(1, Map.of()));

        assertThat(ReportTables.details(rounds).toString().lines())
                .filteredOn(line -> line.contains("not found"))
                .hasSize(1)
                .allMatch(line -> line.startsWith("| b "));
    }

    @Test
    void comparesBeforeAndAfterWithTheNoiseOfBoth() {
        Results results = new Results();
        for (double perSecond : List.of(100.0, 200.0)) {
            results.table.add(2, "before, 1 caller", sample(perSecond, Map.of()));
            results.table.add(2, "c, 1 caller", sample(3 * perSecond, Map.of()));
        }

        assertThat(cells(ReportTables.beforeAndAfter(results)))
                .startsWith(
                        "transfers/s", "1 caller", "2", "150 (100–200)", "450 (300–600)", "3.00 ×");
    }

    @Test
    void withoutABaselineThereIsNothingToCompare() {
        Results results = new Results();
        results.table.add(2, "c, 1 caller", sample(1, Map.of()));
        results.add(Results.START, "c", 2);

        assertThat(ReportTables.beforeAndAfter(results)).hasToString("");
    }

    @Test
    void aSectionWithNothingToShowIsLeftOut() {
        String template = "# {name}\n\n## One\n\n{one}\n\n## Two\n\n{two}\n";

        assertThat(Report.fill(template, Map.of("name", "N", "one", "", "two", "$2\n")))
                .isEqualTo("# N\n\n## Two\n\n$2\n");
    }

    @Test
    void everyFigureIsALineForPrograms() {
        Results results = new Results();
        results.table.add(1_000, "c, 1 caller", sample(1, Map.of()));
        results.table.add(1_000, "c, 1 caller", sample(3, Map.of()));
        results.add(Results.START, "c", 2);

        assertThat(results.csv().lines())
                .contains(
                        "table,\"c, 1 caller\",1000,\"transfers/s\",2.0,1.0,3.0",
                        "process,\"c\",,\"start until ready, seconds\",2.0,2.0,2.0");
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

    /** Of the first row below the header. */
    private static List<String> cells(MarkdownTable table) {
        String row = table.toString().lines().skip(2).findFirst().orElseThrow();
        return Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Sample sample(double perSecond, Map<String, Long> failures) {
        return new Sample(perSecond, 1, 2, List.of(10.0, 20.0), 0, failures, CpuTime.UNKNOWN);
    }
}
