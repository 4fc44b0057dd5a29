package dev.remit.load;

import java.util.Locale;
import java.util.function.Supplier;

/** A line about the time since the line before. */
final class TrafficProgress implements Supplier<String> {

    private final Measurements measurements;
    private long lastAt = System.nanoTime();
    private long lastAcknowledged;

    TrafficProgress(Measurements measurements) {
        this.measurements = measurements;
    }

    @Override
    public String get() {
        long now = System.nanoTime();
        long acknowledged = measurements.acknowledgedSoFar();
        double perSecond = (acknowledged - lastAcknowledged) * 1e9 / (now - lastAt);
        lastAt = now;
        lastAcknowledged = acknowledged;
        return String.format(
                Locale.ROOT,
                "%s: %,.0f per second, %,d acknowledged, %,d not",
                measurements.isWarmingUp() ? "warming up" : "sending transfers",
                perSecond,
                acknowledged,
                measurements.othersSoFar());
    }
}
