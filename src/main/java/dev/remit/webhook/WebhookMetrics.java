package dev.remit.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What can be seen from outside of what this instance delivers. */
@Startup
@Singleton
class WebhookMetrics {

    private final MeterRegistry registry;
    private volatile Supplier<Number> leased = () -> 0;
    private volatile Supplier<Number> lag = () -> 0;
    private final Counter delivered;
    private final Counter failed;
    private final Counter disabled;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        // Whoever watches how they grow has to have seen that they were nothing.
        delivered = calls("delivered");
        failed = calls("failed");
        disabled =
                Counter.builder("remit.webhooks.disabled")
                        .description(
                                "Webhooks that were disabled because they could not be delivered")
                        .register(registry);
        Gauge.builder("remit.webhooks.leased", () -> leased.get())
                .description("Webhooks that this instance delivers")
                .register(registry);
        Gauge.builder("remit.webhooks.lag", () -> lag.get())
                .baseUnit("seconds")
                .description("How old the oldest event is that a receiver has not taken yet")
                .register(registry);
    }

    private Counter calls(String outcome) {
        return Counter.builder("remit.webhook.calls")
                .description("Events that receivers were told, or were to be")
                .tag("outcome", outcome)
                .register(registry);
    }

    void delivered() {
        delivered.increment();
    }

    void failed() {
        failed.increment();
    }

    void disabled() {
        disabled.increment();
    }

    /** From now on these are asked. */
    void watch(Supplier<Number> newLeased, Supplier<Number> newLag) {
        leased = newLeased;
        lag = newLag;
    }
}
