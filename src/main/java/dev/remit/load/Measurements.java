package dev.remit.load;

import dev.remit.client.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What the callers of a run see. Written by the event loop alone; progress may be read anywhere.
 */
final class Measurements {

    /** Of a value, kept by a histogram. */
    private static final int DIGITS = 3;

    /** Microseconds, of acknowledged transfers only: a refusal is often faster. By endpoint. */
    private final List<Histogram> latencies;

    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final Map<String, Long> problems = new TreeMap<>();
    private long connectionErrors;
    private long timeouts;
    private long unknown;
    private volatile String lastTrouble = "";

    private long beganAt;
    private long startedAt;
    private long acknowledgedBefore;
    private long stoppedAt;
    private long acknowledgedInTime;
    private volatile boolean warmingUp;

    private long shownAt = System.nanoTime();
    private long acknowledgedWhenShown;

    Measurements(int endpoints) {
        latencies = Stream.generate(() -> new Histogram(DIGITS)).limit(endpoints).toList();
    }

    /**
     * The first request is sent.
     *
     * @param warmingUp whether {@link #measure} will be called
     */
    void begin(boolean warmingUp) {
        this.warmingUp = warmingUp;
        beganAt = System.nanoTime();
        startedAt = beganAt;
    }

    /** Throughput and latency are those from now on; everything else stays counted. */
    void measure() {
        startedAt = System.nanoTime();
        acknowledgedBefore = acknowledged.sum();
        latencies.forEach(Histogram::reset);
        warmingUp = false;
    }

    /** Answers that come later are counted, but not as throughput. */
    void stop() {
        stoppedAt = Math.max(System.nanoTime(), startedAt + 1);
        acknowledgedInTime = acknowledged.sum() - acknowledgedBefore;
    }

    void acknowledged(int endpoint, long nanos) {
        latencies.get(endpoint).recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        acknowledged.increment();
    }

    void answered(Problem problem) {
        lastTrouble = problem.kind();
        problems.merge(lastTrouble, 1L, Long::sum);
        unknown += problem.isWithoutEffect() ? 0 : 1;
        others.increment();
    }

    void failed(Exception reason) {
        if (reason instanceof TimeoutException) {
            lastTrouble = "no answer in time";
            timeouts++;
        } else {
            lastTrouble = "no connection";
            connectionErrors++;
        }
        unknown++;
        others.increment();
    }

    /** A line about the time since the line before. */
    synchronized String progress() {
        long now = System.nanoTime();
        long soFar = acknowledged.sum();
        double perSecond = (soFar - acknowledgedWhenShown) * 1e9 / (now - shownAt);
        shownAt = now;
        acknowledgedWhenShown = soFar;
        return String.format(
                Locale.ROOT,
                "%s: %,.0f per second, %,d acknowledged, %,d not%s",
                warmingUp ? "warming up" : "sending transfers",
                perSecond,
                soFar,
                others.sum(),
                lastTrouble.isEmpty() ? "" : " (the last: " + lastTrouble + ")");
    }

    TrafficResult result(boolean interrupted) {
        Histogram all = new Histogram(DIGITS);
        latencies.forEach(all::add);
        return new TrafficResult(
                Duration.ofNanos(startedAt - beganAt),
                Duration.ofNanos(stoppedAt - startedAt),
                acknowledged.sum(),
                acknowledgedInTime * 1e9 / (stoppedAt - startedAt),
                TrafficResult.Latency.of(all),
                latencies.stream().map(TrafficResult.Latency::of).toList(),
                Map.copyOf(problems),
                connectionErrors,
                timeouts,
                unknown,
                interrupted);
    }
}
