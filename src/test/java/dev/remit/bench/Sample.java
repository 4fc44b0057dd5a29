package dev.remit.bench;

import java.util.Map;

/**
 * One measurement.
 *
 * @param perSecond acknowledged transfers
 * @param p50 median of the latency of acknowledged transfers, in milliseconds, retries included
 * @param p99 its 99th percentile
 * @param retriesPerTransfer how often the client ran a transfer again; 0 where the service does it
 * @param failures calls that were not acknowledged, by reason; the status first if there is one
 */
record Sample(
        double perSecond,
        double p50,
        double p99,
        double retriesPerTransfer,
        Map<String, Long> failures,
        CpuPerTransfer cpu) {

    Sample {
        failures = Map.copyOf(failures);
    }

    long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Answers 5xx. */
    long serverErrors() {
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey().startsWith("5"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
