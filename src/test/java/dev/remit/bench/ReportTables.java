package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The tables of the report. */
final class ReportTables {

    private ReportTables() {}

    /**
     * @param baseline the contender that ratios refer to
     */
    static MarkdownTable throughput(Rounds rounds, String baseline) {
        List<String> header = new ArrayList<>(List.of("accounts"));
        header.addAll(rounds.contenders());
        MarkdownTable table = new MarkdownTable(header.toArray(String[]::new));
        for (int accounts : rounds.accounts()) {
            List<String> row = new ArrayList<>(List.of(Figures.count(accounts)));
            for (String contender : rounds.contenders()) {
                String figure = Figures.number(rounds.perSecond(accounts, contender));
                double ratio = rounds.ratio(accounts, contender, baseline);
                row.add(
                        contender.equals(baseline)
                                ? figure
                                : figure + " (" + Figures.times(ratio) + ")");
            }
            table.row(row);
        }
        return table;
    }

    static MarkdownTable details(Rounds rounds) {
        MarkdownTable table =
                new MarkdownTable(
                        "contender",
                        "accounts",
                        "p50",
                        "p99",
                        "retries per transfer",
                        "client CPU",
                        "service CPU",
                        "database CPU",
                        "not acknowledged");
        for (int accounts : rounds.accounts()) {
            for (String contender : rounds.contenders()) {
                table.row(
                        contender,
                        Figures.count(accounts),
                        Figures.number(rounds.median(accounts, contender, Sample::p50)),
                        Figures.number(rounds.median(accounts, contender, Sample::p99)),
                        Figures.number(
                                rounds.median(accounts, contender, Sample::retriesPerTransfer)),
                        cpu(rounds, accounts, contender, CpuPerTransfer::client),
                        cpu(rounds, accounts, contender, CpuPerTransfer::service),
                        cpu(rounds, accounts, contender, CpuPerTransfer::database),
                        failures(rounds.samples(accounts, contender)));
            }
        }
        return table;
    }

    private static String cpu(
            Rounds rounds, int accounts, String contender, ToDoubleFunction<CpuPerTransfer> party) {
        return Figures.number(
                rounds.median(accounts, contender, sample -> party.applyAsDouble(sample.cpu())));
    }

    /** Of all rounds together. */
    static String failures(List<Sample> samples) {
        Map<String, Long> failures = new TreeMap<>();
        samples.forEach(
                sample ->
                        sample.failures()
                                .forEach((what, times) -> failures.merge(what, times, Long::sum)));
        return failures.isEmpty()
                ? "none"
                : failures.entrySet().stream()
                        .map(each -> Figures.count(each.getValue()) + " × " + each.getKey())
                        .collect(Collectors.joining(", "));
    }

    /**
     * @param one the contender with one instance
     * @param two the contender with two
     */
    static MarkdownTable instances(Rounds rounds, String one, String two) {
        MarkdownTable table =
                new MarkdownTable(
                        "accounts", one, two, "ratio", "by round", "5xx of one", "5xx of two");
        for (int accounts : rounds.accounts()) {
            table.row(
                    Figures.count(accounts),
                    Figures.number(rounds.perSecond(accounts, one)),
                    Figures.number(rounds.perSecond(accounts, two)),
                    Figures.times(rounds.ratio(accounts, two, one)),
                    rounds.ratios(accounts, two, one).stream()
                            .map(Figures::number)
                            .collect(Collectors.joining("; ")),
                    serverErrors(rounds.samples(accounts, one)),
                    serverErrors(rounds.samples(accounts, two)));
        }
        return table;
    }

    private static String serverErrors(List<Sample> samples) {
        return Figures.count(samples.stream().mapToLong(Sample::serverErrors).sum());
    }

    static MarkdownTable trials(List<BestStatement.Trial> trials) {
        MarkdownTable table = new MarkdownTable("statement", "accounts", "transfers per second");
        for (BestStatement.Trial trial : trials) {
            table.row(
                    trial.statement(),
                    Figures.count(trial.accounts()),
                    trial.refusal().isEmpty()
                            ? Figures.number(trial.perSecond())
                            : trial.refusal().lines().findFirst().orElse("refused"));
        }
        return table;
    }

    /** Every round by itself: how far a machine's figures vary belongs to them. */
    static MarkdownTable everyRound(Rounds rounds) {
        MarkdownTable table =
                new MarkdownTable("contender", "accounts", "transfers per second, by round");
        for (int accounts : rounds.accounts()) {
            for (String contender : rounds.contenders()) {
                table.row(
                        contender,
                        Figures.count(accounts),
                        rounds.samples(accounts, contender).stream()
                                .map(sample -> Figures.number(sample.perSecond()))
                                .collect(Collectors.joining("; ")));
            }
        }
        return table;
    }
}
