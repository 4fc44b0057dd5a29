package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results for people: a page in Markdown and a picture beside it. */
final class Report {

    private final BenchmarkOptions options;
    private final BenchmarkDatabase database;
    private final Results results;
    private final List<BestStatement.Trial> trials;

    Report(
            BenchmarkOptions options,
            BenchmarkDatabase database,
            Results results,
            List<BestStatement.Trial> trials) {
        this.options = options;
        this.database = database;
        this.results = results;
        this.trials = trials;
    }

    /** Returns the page, which is then in the folder for results too. */
    String write() throws BenchmarkFailed {
        String name = database.kind().fileName();
        String page = page(name + ".svg");
        try {
            Files.createDirectories(options.output());
            Path file = options.output().resolve(name + ".md");
            Files.writeString(file, page);
            if (!results.curve.isEmpty()) {
                Files.writeString(options.output().resolve(name + ".svg"), chart().svg());
            }
            return page;
        } catch (IOException e) {
            throw new BenchmarkFailed("the results cannot be written: " + e.getMessage(), e);
        }
    }

    private String page(String picture) {
        StringBuilder page = new StringBuilder();
        section(page, "# Benchmark on " + database.version(), circumstances());
        section(page, "## Transfers per second", table(results.table));
        if (!results.curve.isEmpty()) {
            section(
                    page,
                    "## Contention",
                    "![Throughput over the number of accounts](" + picture + ")\n",
                    Explanation.curve(options),
                    table(results.curve));
        }
        if (!results.instances.isEmpty()) {
            section(
                    page,
                    "## Two instances",
                    Explanation.instances(options),
                    ReportTables.instances(
                                    results.instances, Names.ONE_INSTANCE, Names.TWO_INSTANCES)
                            .toString());
        }
        section(page, "## Start and memory", startAndMemory().toString());
        section(page, "## What is compared", Explanation.contenders(options));
        section(
                page,
                "## Latency, retries and CPU time",
                Explanation.columns(),
                ReportTables.details(results.table).toString());
        section(page, "## Statements tried for b", ReportTables.trials(trials).toString());
        section(page, "## Every round", ReportTables.everyRound(results.table).toString());
        return page.toString();
    }

    private static void section(StringBuilder page, String heading, String... parts) {
        page.append(page.isEmpty() ? "" : "\n").append(heading).append("\n");
        for (String part : parts) {
            page.append("\n").append(part);
        }
    }

    private static String table(Rounds rounds) {
        return ReportTables.throughput(rounds, Names.BEST_SQL).toString();
    }

    private String circumstances() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Printed by `./mvnw -Pbench verify`; what **a**, **b** and **c** are is said below.");
        lines.add("");
        lines.add("* %s, commit %s".formatted(LocalDate.now(ZoneOffset.UTC), Machine.commit()));
        lines.add("* " + Machine.current());
        lines.add(
                "* %s, %s%s"
                        .formatted(
                                database.version(),
                                place(),
                                database.durability().isEmpty()
                                        ? ""
                                        : "; " + database.durability()));
        lines.add(
                "* rounds: %d, seconds per measurement: %d, seconds of warm-up: %d%s"
                        .formatted(
                                options.rounds(),
                                options.seconds(),
                                options.warmUpSeconds(),
                                options.javaOptions().isEmpty()
                                        ? ""
                                        : "; Java options of the service: "
                                                + String.join(" ", options.javaOptions())));
        return String.join("\n", lines) + "\n";
    }

    private String place() {
        if (options.databaseUrl().isEmpty()) {
            return "the development database, on the same machine";
        }
        return database.isLocal() ? "on the same machine" : "on another machine";
    }

    private MarkdownTable startAndMemory() {
        MarkdownTable table = new MarkdownTable("Remit", "median", "least", "most");
        row(table, "start until ready, seconds", results.starts);
        results.memory.forEach((when, mebibytes) -> row(table, when + ", MiB", mebibytes));
        return table;
    }

    private static void row(MarkdownTable table, String what, List<Double> values) {
        table.row(
                what,
                Figures.number(Median.of(values)),
                Figures.number(values.stream().min(Double::compare).orElse(Double.NaN)),
                Figures.number(values.stream().max(Double::compare).orElse(Double.NaN)));
    }

    private ContentionChart chart() {
        Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();
        List<String> contenders = results.curve.contenders();
        for (int i = 0; i < contenders.size(); i++) {
            Map<Integer, Double> line = new LinkedHashMap<>();
            for (int accounts : results.curve.accounts()) {
                line.put(accounts, results.curve.perSecond(accounts, contenders.get(i)));
            }
            lines.put(Names.explained().get(i), line);
        }
        return new ContentionChart(
                "Transfers per second on " + database.kind().displayName(), lines);
    }
}
