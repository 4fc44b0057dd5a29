package dev.remit.load;

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
        return "sending transfers: %,.0f per second, %,d acknowledged, %,d not"
                .formatted(perSecond, acknowledged, measurements.othersSoFar());
    }
}
