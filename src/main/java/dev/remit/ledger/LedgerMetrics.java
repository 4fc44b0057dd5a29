package dev.remit.ledger;

import dev.remit.database.Failure;
import dev.remit.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What can be seen of the ledger from outside, all under {@code remit.}. */
@Singleton
class LedgerMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer wait;
    private final Timer commit;
    private final Counter posted;
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batchSize =
                DistributionSummary.builder("remit.batch.size")
                        .description("Commands in one transaction")
                        .register(registry);
        this.wait =
                Timer.builder("remit.queue.wait")
                        .description(
                                "From arrival to the beginning of the transaction, of a batch's oldest unit")
                        .register(registry);
        this.commit =
                Timer.builder("remit.batch.commit")
                        .description(
                                "From the beginning of a transaction to its commit, retries included")
                        .register(registry);
        this.posted =
                Counter.builder("remit.postings")
                        .description("Transfers, deposits and withdrawals posted")
                        .register(registry);
    }

    void started(List<Waiting> callers) {
        batchSize.record(callers.stream().mapToInt(caller -> caller.unit().size()).sum());
        wait.record(callers.getFirst().waited(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    void committed(long nanos, Decision decision) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        posted.increment(decision.postings().size());
    }

    void refused(Problem problem) {
        refusals.computeIfAbsent(problem.slug(), this::refusal).increment();
    }

    private Counter refusal(String slug) {
        return Counter.builder("remit.refusals")
                .description("Commands that were not posted, by the slug of the problem")
                .tag("slug", slug)
                .register(registry);
    }

    void retried(Failure failure) {
        String sqlState = failure.sqlState() == null ? "none" : failure.sqlState();
        registry.counter("remit.retries", "sqlstate", sqlState).increment();
    }
}
