package dev.remit.console.overview;

import dev.remit.commit.CommitMetrics;
import dev.remit.commit.CommitMetrics.Figures;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;

/** How fast this process commits, from one look to the next. The first one is back to its start. */
@Startup
@Singleton
class Pace {

    /** Whoever looks more often than that sees what was seen before. */
    private static final long LEAST_NANOS = 900_000_000;

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * @param seconds for how long it was so
     * @param transfers a second
     * @param commits a second
     * @param size commands in a commit
     * @param millis that a commit took
     */
    record Seen(String seconds, String transfers, String commits, String size, String millis) {}

    private final CommitMetrics metrics;
    private Figures last;
    private long lastAt;
    private Seen seen;

    Pace(CommitMetrics metrics) {
        this.metrics = metrics;
        this.last = metrics.figures();
        this.lastAt = System.nanoTime();
    }

    synchronized Seen look() {
        long now = System.nanoTime();
        if (seen == null || now - lastAt >= LEAST_NANOS) {
            Figures figures = metrics.figures();
            seen = between(last, figures, Math.max(1, now - lastAt) / NANOS_PER_SECOND);
            last = figures;
            lastAt = now;
        }
        return seen;
    }

    private static Seen between(Figures before, Figures after, double seconds) {
        long commits = after.commits() - before.commits();
        return new Seen(
                number(seconds),
                number((after.transfers() - before.transfers()) / seconds),
                number(commits / seconds),
                commits == 0 ? null : number((after.commands() - before.commands()) / commits),
                commits == 0 ? null : number((after.millis() - before.millis()) / commits));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%,.1f" : "%,.0f", number);
    }
}
