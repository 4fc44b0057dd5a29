package dev.remit.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;

import dev.remit.bench.Sample.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** The tables of the report. */
final class ReportTables {

    private static final List<Figure> DETAILS =
            List.of(
                    Figure.P50,
                    Figure.P99,
                    Figure.RETRIES,
                    Figure.CLIENT_CPU,
                    Figure.SERVICE_CPU,
                    Figure.DATABASE_CPU);
    private static final List<Figure> COMPARED =
            List.of(Figure.PER_SECOND, Figure.P99, Figure.SERVICE_CPU, Figure.DATABASE_CPU);

    private static final String INSTANCES =
            "contender, accounts, one instance, two instances, ratio, by round, 5xx of one, 5xx of two,"
                    + " p99 of first (ms), p99 of second (ms), slower / faster";

    private ReportTables() {}

    /**
     * @param baseline the contender that ratios refer to
     */
    static MarkdownTable throughput(Rounds rounds, String baseline) {
        List<String> header = new ArrayList<>(List.of("accounts"));
        header.addAll(rounds.contenders());
        MarkdownTable table = new MarkdownTable(header);
        for (int accounts : rounds.accounts()) {
            List<String> row = new ArrayList<>(List.of(Figures.count(accounts)));
            for (String contender : rounds.contenders()) {
                String figure = Figures.number(rounds.perSecond(accounts, contender));
                String ratio = Figures.times(rounds.ratio(accounts, contender, baseline));
                row.add(contender.equals(baseline) ? figure : figure + " (" + ratio + ")");
            }
            table.row(row);
        }
        return table;
    }

    static MarkdownTable details(Rounds rounds) {
        List<String> header = new ArrayList<>(List.of("contender", "accounts"));
        DETAILS.forEach(figure -> header.add(figure.title()));
        header.add("not acknowledged");
        MarkdownTable table = new MarkdownTable(header);
        rounds.forEach(
                (accounts, contender) -> {
                    List<String> row = new ArrayList<>(List.of(contender, Figures.count(accounts)));
                    DETAILS.forEach(figure -> row.add(detail(rounds, accounts, contender, figure)));
                    row.add(failures(rounds.samples(accounts, contender)));
                    table.row(row);
                });
        return table;
    }

    private static String detail(Rounds rounds, int accounts, String contender, Figure figure) {
        double median = rounds.median(accounts, contender, figure);
        boolean wanting = Double.isNaN(median) && rounds.perSecond(accounts, contender) > 0;
        return wanting && figure == Figure.DATABASE_CPU ? "not found" : Figures.number(median);
    }

    /** Of all rounds together. */
    static String failures(List<Sample> samples) {
        Map<String, Long> failures =
                samples.stream()
                        .flatMap(sample -> sample.failures().entrySet().stream())
                        .collect(
                                groupingBy(
                                        Entry::getKey, TreeMap::new, summingLong(Entry::getValue)));
        return failures.isEmpty()
                ? "none"
                : failures.entrySet().stream()
                        .map(each -> Figures.count(each.getValue()) + " × " + each.getKey())
                        .collect(joining(", "));
    }

    /** Contenders with one instance beside those with two. */
    static MarkdownTable instances(Rounds rounds) {
        MarkdownTable table = new MarkdownTable(INSTANCES.split(", "));
        rounds.forEach(
                (accounts, one) -> {
                    String two = RemitContender.onTwo(one);
                    if (!rounds.samples(accounts, two).isEmpty()) {
                        table.row(
                                one,
                                Figures.count(accounts),
                                Figures.number(rounds.perSecond(accounts, one)),
                                Figures.number(rounds.perSecond(accounts, two)),
                                Figures.times(rounds.ratio(accounts, two, one)),
                                Figures.list(rounds.ratios(accounts, two, one, Figure.PER_SECOND)),
                                serverErrors(rounds, accounts, one),
                                serverErrors(rounds, accounts, two),
                                Figures.number(rounds.median(accounts, two, Figure.P99_OF_FIRST)),
                                Figures.number(rounds.median(accounts, two, Figure.P99_OF_SECOND)),
                                Figures.withNoise(rounds.values(accounts, two, Figure.UNEVENNESS)));
                    }
                });
        return table;
    }

    private static String serverErrors(Rounds rounds, int accounts, String contender) {
        List<Double> byRound = rounds.values(accounts, contender, Figure.SERVER_ERRORS);
        return Figures.number(byRound.stream().mapToDouble(Double::doubleValue).sum());
    }

    /** Whatever has been measured of both programs; each figure by itself. */
    static MarkdownTable beforeAndAfter(Results results) {
        MarkdownTable table =
                new MarkdownTable("figure", "of", "accounts", "before", "after", "ratio");
        for (Figure figure : COMPARED) {
            compare(table, figure, results.table, false);
            compare(table, figure, results.oneCaller, false);
            // With one instance they are in the table, where no other one idles beside it.
            compare(table, figure, results.instances, true);
        }
        results.processes.forEach(
                (what, values) -> {
                    if (values.containsKey(Report.BEFORE)) {
                        List<Double> before = values.get(Report.BEFORE);
                        List<Double> after = values.get(Report.REMIT);
                        double ratio = Figures.median(after) / Figures.median(before);
                        table.row(
                                what,
                                "",
                                "",
                                Figures.withNoise(before),
                                Figures.withNoise(after),
                                Figures.times(ratio));
                    }
                });
        return table;
    }

    private static void compare(
            MarkdownTable table, Figure figure, Rounds rounds, boolean onlyOnTwo) {
        rounds.forEach(
                (accounts, before) -> {
                    String what = before.replace(Report.BEFORE + ", ", "");
                    String after = before.replace(Report.BEFORE, Report.REMIT);
                    if (!what.equals(before) && (RemitContender.isOnTwo(what) || !onlyOnTwo)) {
                        table.row(
                                figure.title(),
                                what,
                                Figures.count(accounts),
                                Figures.withNoise(rounds.values(accounts, before, figure)),
                                Figures.withNoise(rounds.values(accounts, after, figure)),
                                Figures.times(
                                        Figures.median(
                                                rounds.ratios(accounts, after, before, figure))));
                    }
                });
    }

    static MarkdownTable processes(Results results) {
        MarkdownTable table = new MarkdownTable("figure", "of", "median (least–most)");
        results.processes.forEach(
                (what, values) ->
                        values.forEach(
                                (program, all) ->
                                        table.row(what, program, Figures.withNoise(all))));
        return table;
    }

    static MarkdownTable trials(List<SqlContender.Trial> trials) {
        MarkdownTable table = new MarkdownTable("statement", "accounts", "transfers per second");
        for (SqlContender.Trial trial : trials) {
            table.row(trial.method(), Figures.count(trial.accounts()), trial.outcome());
        }
        return table;
    }

    /** Every round by itself: how far a machine's figures vary belongs to them. */
    static MarkdownTable everyRound(Rounds rounds) {
        MarkdownTable table =
                new MarkdownTable("contender", "accounts", "transfers per second, by round");
        rounds.forEach(
                (accounts, contender) ->
                        table.row(
                                contender,
                                Figures.count(accounts),
                                Figures.list(
                                        rounds.values(accounts, contender, Figure.PER_SECOND))));
        return table;
    }
}
