package dev.remit.bench;

import dev.remit.bench.Sample.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a run finds out. */
final class Results {

    static final String START = "start until ready, seconds";
    static final String MEMORY_READY = "resident memory when ready, MiB";
    static final String MEMORY_LOADED = "resident memory after the table, MiB";

    final Rounds table = new Rounds();
    final Rounds curve = new Rounds();
    final Rounds oneCaller = new Rounds();
    final Rounds instances = new Rounds();

    /** What is measured without transfers, by what it is and by program. */
    final Map<String, Map<String, List<Double>>> processes = new LinkedHashMap<>();

    void add(String what, String program, double value) {
        processes
                .computeIfAbsent(what, key -> new LinkedHashMap<>())
                .computeIfAbsent(program, key -> new ArrayList<>())
                .add(value);
    }

    /** One line for each figure, for programs that compare two runs. */
    String csv() {
        StringBuilder csv =
                new StringBuilder("section,contender,accounts,figure,median,least,most\n");
        append(csv, "table", table);
        append(csv, "curve", curve);
        append(csv, "one caller", oneCaller);
        append(csv, "instances", instances);
        processes.forEach(
                (what, values) ->
                        values.forEach(
                                (program, all) -> append(csv, "process", program, "", what, all)));
        return csv.toString();
    }

    private static void append(StringBuilder csv, String section, Rounds rounds) {
        rounds.forEach(
                (accounts, contender) -> {
                    for (Figure figure : Figure.values()) {
                        append(
                                csv,
                                section,
                                contender,
                                accounts.toString(),
                                figure.title(),
                                rounds.values(accounts, contender, figure));
                    }
                });
    }

    private static void append(
            StringBuilder csv,
            String section,
            String contender,
            String accounts,
            String figure,
            Collection<Double> values) {
        if (!values.isEmpty()) {
            csv.append(
                    "%s,\"%s\",%s,\"%s\",%s,%s,%s\n"
                            .formatted(
                                    section,
                                    contender,
                                    accounts,
                                    figure,
                                    (float) Figures.median(values),
                                    (float) Figures.least(values),
                                    (float) Figures.most(values)));
        }
    }
}
