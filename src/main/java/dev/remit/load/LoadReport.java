package dev.remit.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result: as text for people, in two parts, because checking the books takes its time, and as
 * one JSON object for programs.
 */
public final class LoadReport {

    private LoadReport() {}

    public static String traffic(LoadOptions options, TrafficResult traffic) {
        return String.format(
                Locale.ROOT,
                """
                %s: %s, %,d callers, %.1f s%s, seed %d%s
                  acknowledged  %,.1f transfers per second, %,d in all
                  latency       %s
                %s  not 2xx       %s
                  no answer     %,d connection errors, %,d timeouts
                """,
                options.urls().stream().map(URI::toString).collect(Collectors.joining(" and ")),
                choice(options),
                options.callers(),
                traffic.duration().toMillis() / 1e3,
                warmUp(traffic),
                options.seed(),
                traffic.interrupted() ? ", interrupted" : "",
                traffic.perSecond(),
                traffic.acknowledged(),
                latency(traffic.latency()),
                latencyByUrl(options, traffic),
                problems(traffic.problems()),
                traffic.connectionErrors(),
                traffic.timeouts());
    }

    private static String warmUp(TrafficResult traffic) {
        return traffic.warmUp().isZero()
                ? ""
                : String.format(
                        Locale.ROOT, " after %.1f s of warm-up", traffic.warmUp().toMillis() / 1e3);
    }

    /**
     * @param books null if they were not checked
     */
    public static String books(BookResult books) {
        if (books == null) {
            return "  books         not checked\n";
        }
        if (books.balanced()) {
            return String.format(
                    Locale.ROOT,
                    "  books         balanced: %,d accounts, %,d postings, total %,d\n",
                    books.accounts(),
                    books.postings(),
                    books.total());
        }
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT, "  books         WRONG in %,d places:\n", books.faults()));
        books.findings().forEach(finding -> text.append("    ").append(finding).append("\n"));
        long rest = books.faults() - books.findings().size();
        if (rest > 0) {
            text.append(String.format(Locale.ROOT, "    and %,d more\n", rest));
        }
        return text.toString();
    }

    /**
     * @param books null if they were not checked
     */
    public static String json(LoadOptions options, TrafficResult traffic, BookResult books) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode urls = json.putArray("urls");
        options.urls().forEach(url -> urls.add(url.toString()));
        json.put("accounts", options.accounts())
                .put("callers", options.callers())
                .put("hot", options.hot())
                .put("skew", options.skew())
                .put("seed", options.seed())
                .put("warmUpSeconds", traffic.warmUp().toNanos() / 1e9)
                .put("seconds", traffic.duration().toNanos() / 1e9)
                .put("interrupted", traffic.interrupted())
                .put("acknowledged", traffic.acknowledged())
                .put("perSecond", traffic.perSecond());
        put(traffic.latency(), json.putObject("latencyMillis"));
        ArrayNode byUrl = json.putArray("latencyMillisByUrl");
        traffic.latencyByUrl().forEach(latency -> put(latency, byUrl.addObject()));
        ObjectNode problems = json.putObject("problems");
        new TreeMap<>(traffic.problems()).forEach(problems::put);
        json.put("connectionErrors", traffic.connectionErrors())
                .put("timeouts", traffic.timeouts())
                .put("unknown", traffic.unknown());
        if (books == null) {
            json.putNull("books");
        } else {
            put(books, json.putObject("books"));
        }
        return json.toString();
    }

    private static void put(TrafficResult.Latency latency, ObjectNode json) {
        json.put("p50", latency.p50())
                .put("p90", latency.p90())
                .put("p99", latency.p99())
                .put("p999", latency.p999())
                .put("max", latency.max());
    }

    private static void put(BookResult books, ObjectNode json) {
        ArrayNode findings =
                json.put("balanced", books.balanced())
                        .put("accounts", books.accounts())
                        .put("postings", books.postings())
                        .put("paidIn", books.paidIn())
                        .put("total", books.total())
                        .put("faults", books.faults())
                        .putArray("findings");
        books.findings().forEach(findings::add);
    }

    private static String latency(TrafficResult.Latency latency) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms",
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max());
    }

    /** One instance's is that of all. */
    private static String latencyByUrl(LoadOptions options, TrafficResult traffic) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < options.urls().size() && options.urls().size() > 1; i++) {
            lines.append("    ").append(options.urls().get(i)).append("  ");
            lines.append(latency(traffic.latencyByUrl().get(i))).append("\n");
        }
        return lines.toString();
    }

    private static String choice(LoadOptions options) {
        String accounts = String.format(Locale.ROOT, "%,d accounts", options.accounts());
        if (options.hot() != 0) {
            return accounts + " of which " + options.hot() + " are used";
        }
        return options.skew() == 0 ? accounts : accounts + " with skew " + options.skew();
    }

    private static String problems(Map<String, Long> problems) {
        if (problems.isEmpty()) {
            return "none";
        }
        return problems.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> String.format(Locale.ROOT, "%,d x %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining(", "));
    }
}
