package dev.remit.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What the last audit of this process has found; not a number before there was one. */
@Startup
@Singleton
class AuditMetrics {

    private static final double MILLIS_PER_SECOND = 1e3;

    private volatile AuditResult last;

    AuditMetrics(MeterRegistry registry) {
        gauge(
                "remit.audit.findings",
                null,
                "What is wrong with the books, according to the last audit",
                AuditResult::findings,
                registry);
        gauge(
                "remit.audit.transfers",
                null,
                "Transfers that the last audit has read",
                AuditResult::transfers,
                registry);
        gauge(
                "remit.audit.timestamp",
                "seconds",
                "The time whose books the last audit has read, in seconds since 1970-01-01T00:00Z",
                result -> result.asOf().toEpochMilli() / MILLIS_PER_SECOND,
                registry);
    }

    void audited(AuditResult result) {
        last = result;
    }

    private void gauge(
            String name,
            String unit,
            String description,
            ToDoubleFunction<AuditResult> figure,
            MeterRegistry registry) {
        Gauge.builder(name, this, metrics -> metrics.of(figure))
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }

    private double of(ToDoubleFunction<AuditResult> figure) {
        AuditResult result = last;
        return result == null ? Double.NaN : figure.applyAsDouble(result);
    }
}
