package dev.remit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results: a page in Markdown, a picture, and a file for programs. The words of the page are in
 * {@code page.md}; a section for which there are no figures is left out.
 */
final class Report {

    static final String TUTORIAL = "a";
    static final String BEST_SQL = "b";
    static final String REMIT = "c";
    static final String BEFORE = "before";
    static final String WITHOUT_FSYNC = "c without fsync";

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SECTION = Pattern.compile("(?m)^(?=## )");

    private final BenchmarkOptions options;
    private final BenchmarkDatabase database;
    private final Results results;
    private final List<SqlContender.Trial> trials;

    Report(
            BenchmarkOptions options,
            BenchmarkDatabase database,
            Results results,
            List<SqlContender.Trial> trials) {
        this.options = options;
        this.database = database;
        this.results = results;
        this.trials = trials;
    }

    /** Returns the page, which is then in the folder for results too. */
    String write() throws IOException {
        String name = database.product().toLowerCase(Locale.ROOT);
        String page = fill(resource("page.md"), values(name));
        Files.createDirectories(options.output());
        Files.writeString(options.output().resolve(name + ".md"), page);
        Files.writeString(options.output().resolve(name + ".csv"), results.csv());
        if (!results.curve.isEmpty()) {
            Files.writeString(options.output().resolve(name + ".svg"), chart().svg());
        }
        return page;
    }

    /** A text that is to be filled. */
    static String resource(String name) {
        try (InputStream text = Report.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts values into the blanks, and leaves out a section that has nothing to put into one. */
    static String fill(String template, Map<String, String> values) {
        return SECTION.splitAsStream(template)
                .filter(section -> blanks(section).noneMatch(blank -> values.get(blank).isEmpty()))
                .map(section -> BLANK.matcher(section).replaceAll(blank -> value(values, blank)))
                .collect(Collectors.joining());
    }

    private static Stream<String> blanks(String section) {
        return BLANK.matcher(section).results().map(blank -> blank.group(1));
    }

    private static String value(Map<String, String> values, MatchResult blank) {
        return Matcher.quoteReplacement(values.get(blank.group(1)).stripTrailing());
    }

    private Map<String, String> values(String name) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("database", database.version()),
                Map.entry("circumstances", circumstances()),
                Map.entry("rounds", String.valueOf(options.rounds())),
                Map.entry("connections", String.valueOf(options.connections())),
                Map.entry("curveSeconds", String.valueOf(options.curveSeconds())),
                Map.entry("mostCallers", Figures.count(options.mostCallers())),
                Map.entry(
                        "throughput", ReportTables.throughput(results.table, BEST_SQL).toString()),
                Map.entry("beforeAndAfter", ReportTables.beforeAndAfter(results).toString()),
                Map.entry("curve", ReportTables.throughput(results.curve, BEST_SQL).toString()),
                Map.entry("instances", ReportTables.instances(results.instances).toString()),
                Map.entry("oneCaller", ReportTables.details(results.oneCaller).toString()),
                Map.entry("processes", ReportTables.processes(results).toString()),
                Map.entry("details", ReportTables.details(results.table).toString()),
                Map.entry("trials", ReportTables.trials(trials).toString()),
                Map.entry("everyRound", ReportTables.everyRound(results.table).toString()));
    }

    private String circumstances() {
        return """
        * %s, commit %s
        * %s
        * %s, %s%s
        * rounds: %d, seconds per measurement: %d, seconds of warm-up: %d%s
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.commit(),
                        Machine.current(),
                        database.version(),
                        place(),
                        database.durability().isEmpty() ? "" : "; " + database.durability(),
                        options.rounds(),
                        options.seconds(),
                        options.warmUpSeconds(),
                        options.javaOptions().isEmpty()
                                ? ""
                                : "; Java options of the service: "
                                        + String.join(" ", options.javaOptions()));
    }

    private String place() {
        if (options.startsServer()) {
            return "started by the benchmark on the same machine, its data on " + fileSystem();
        }
        return database.isLocal() ? "on the same machine" : "on another machine";
    }

    /** A disk, or only the memory. */
    private String fileSystem() {
        try {
            return Files.getFileStore(options.work()).type();
        } catch (IOException e) {
            return "an unknown file system";
        }
    }

    private ContentionChart chart() {
        Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();
        for (String contender : results.curve.contenders()) {
            Map<Integer, Double> line = new LinkedHashMap<>();
            for (int accounts : results.curve.accounts()) {
                line.put(accounts, results.curve.perSecond(accounts, contender));
            }
            lines.put(explained(contender), line);
        }
        return new ContentionChart("Transfers per second on " + database.product(), lines);
    }

    private static String explained(String contender) {
        return switch (contender) {
            case TUTORIAL -> "a: read, check, write";
            case BEST_SQL -> "b: one statement";
            default -> "c: Remit";
        };
    }
}
