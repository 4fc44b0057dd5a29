package dev.remit.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One measurement.
 *
 * @param perSecond acknowledged transfers
 * @param p50 median of the latency of acknowledged transfers, in milliseconds, retries included
 * @param p99 its 99th percentile
 * @param p99ByInstance the same for the callers of each instance; empty where there are none
 * @param retriesPerTransfer how often the client ran a transfer again; 0 where the service does it
 * @param failures calls that were not acknowledged, by reason; the status first if there is one
 * @param cpu for one transfer
 */
record Sample(
        double perSecond,
        double p50,
        double p99,
        List<Double> p99ByInstance,
        double retriesPerTransfer,
        Map<String, Long> failures,
        CpuTime cpu) {

    /** What tables and files say of a measurement. */
    enum Figure {
        PER_SECOND("transfers/s", Sample::perSecond),
        P50("p50, ms", Sample::p50),
        P99("p99, ms", Sample::p99),
        RETRIES("retries per transfer", Sample::retriesPerTransfer),
        CLIENT_CPU("client CPU, µs", sample -> sample.cpu.client()),
        SERVICE_CPU("service CPU, µs", sample -> sample.cpu.service()),
        DATABASE_CPU("database CPU, µs", sample -> sample.cpu.database()),
        SERVER_ERRORS("5xx", Sample::serverErrors),
        P99_OF_FIRST("p99 of the first instance, ms", sample -> sample.p99Of(0)),
        P99_OF_SECOND("p99 of the second instance, ms", sample -> sample.p99Of(1)),
        UNEVENNESS("p99 of the slower instance / of the faster", Sample::unevenness);

        private final String title;
        private final ToDoubleFunction<Sample> value;

        Figure(String title, ToDoubleFunction<Sample> value) {
            this.title = title;
            this.value = value;
        }

        String title() {
            return title;
        }

        double of(Sample sample) {
            return value.applyAsDouble(sample);
        }
    }

    Sample {
        p99ByInstance = List.copyOf(p99ByInstance);
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

    private double p99Of(int instance) {
        return instance < p99ByInstance.size() ? p99ByInstance.get(instance) : Double.NaN;
    }

    /** How many times longer the callers of one instance wait than those of the other. */
    private double unevenness() {
        double ratio = p99Of(0) / p99Of(1);
        return Math.max(ratio, 1 / ratio);
    }
}
