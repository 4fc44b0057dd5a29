package dev.remit.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was measured while transfers were sent.
 *
 * @param warmUp from the first request until throughput and latency were measured; zero if that was
 *     at once, or if the run was ended before
 * @param duration from then until callers were told to stop
 * @param acknowledged transfers answered 2xx, those answered before and after the duration included
 * @param perSecond transfers answered 2xx within the duration, per second
 * @param latency of transfers acknowledged after the warm-up, from before the request until the end
 *     of the answer
 * @param latencyByUrl the same for each instance's callers, in the order of the options' URLs
 * @param problems how often each answer other than 2xx came, by status and problem slug
 * @param connectionErrors requests without an answer because the connection could not be opened, or
 *     broke
 * @param timeouts requests whose answer did not come in time
 * @param unknown requests that may have been posted or not: those without an answer, those answered
 *     {@code outcome-unknown}, and those answered 5xx without a promise
 * @param interrupted whether the run was ended early
 */
public record TrafficResult(
        Duration warmUp,
        Duration duration,
        long acknowledged,
        double perSecond,
        Latency latency,
        List<Latency> latencyByUrl,
        Map<String, Long> problems,
        long connectionErrors,
        long timeouts,
        long unknown,
        boolean interrupted) {

    /** In milliseconds; all 0 if nothing was acknowledged. */
    public record Latency(double p50, double p90, double p99, double p999, double max) {

        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(90) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getValueAtPercentile(99.9) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }
}
