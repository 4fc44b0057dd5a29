package dev.remit.load;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result as text for people. In two parts, because checking the books takes its time. */
public final class LoadReport {

    private LoadReport() {}

    public static String traffic(LoadOptions options, TrafficResult traffic) {
        TrafficResult.Latency latency = traffic.latency();
        return String.format(
                Locale.ROOT,
                """
                %s: %s, %,d callers, %.1f s%s, seed %d%s
                  acknowledged  %,.1f transfers per second, %,d in all
                  latency       p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms
                  not 2xx       %s
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
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max(),
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
