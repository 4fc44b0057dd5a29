package dev.remit.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * What the callers of a run see. Written by the event loop alone; progress may be read anywhere.
 */
final class Measurements {

    /** Of a value, kept by the histogram. */
    private static final int DIGITS = 3;

    /** Microseconds, of acknowledged transfers only: a refusal is often faster. */
    private final Histogram latency = new Histogram(DIGITS);

    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final Map<String, Long> problems = new TreeMap<>();
    private long connectionErrors;
    private long timeouts;
    private long unknown;

    private long beganAt;
    private long startedAt;
    private long acknowledgedBefore;
    private long stoppedAt;
    private long acknowledgedInTime;
    private volatile boolean warmingUp;

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
        latency.reset();
        warmingUp = false;
    }

    boolean isWarmingUp() {
        return warmingUp;
    }

    /** Answers that come later are counted, but not as throughput. */
    void stop() {
        stoppedAt = Math.max(System.nanoTime(), startedAt + 1);
        acknowledgedInTime = acknowledged.sum() - acknowledgedBefore;
    }

    void acknowledged(long nanos) {
        latency.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        acknowledged.increment();
    }

    void answered(Problem problem) {
        problems.merge(problem.toString(), 1L, Long::sum);
        unknown += problem.refuses() ? 0 : 1;
        others.increment();
    }

    void failed(Exception reason) {
        if (reason instanceof TimeoutException) {
            timeouts++;
        } else {
            connectionErrors++;
        }
        unknown++;
        others.increment();
    }

    long acknowledgedSoFar() {
        return acknowledged.sum();
    }

    long othersSoFar() {
        return others.sum();
    }

    TrafficResult result(boolean interrupted) {
        return new TrafficResult(
                Duration.ofNanos(startedAt - beganAt),
                Duration.ofNanos(stoppedAt - startedAt),
                acknowledged.sum(),
                acknowledgedInTime * 1e9 / (stoppedAt - startedAt),
                TrafficResult.Latency.of(latency),
                Map.copyOf(problems),
                connectionErrors,
                timeouts,
                unknown,
                interrupted);
    }
}
