package dev.remit.commit;

import dev.remit.ledger.Decision;
import dev.remit.store.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What can be seen of the commits from outside, all under {@code remit.}. */
@Singleton
class CommitMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer wait;
    private final Timer commit;
    private final Counter posted;

    CommitMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batchSize =
                DistributionSummary.builder("remit.batch.size")
                        .description("Commands in one commit")
                        .register(registry);
        this.wait =
                Timer.builder("remit.queue.wait")
                        .description(
                                "From arrival to the beginning of the transaction, of a batch's oldest request")
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
        batchSize.record(callers.stream().mapToInt(caller -> caller.request().size()).sum());
        wait.record(callers.getFirst().waited(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    void committed(long nanos, Decision decision) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        posted.increment(decision.transfers());
    }

    void retried(Failure failure) {
        String sqlState = failure.sqlState() == null ? "none" : failure.sqlState();
        registry.counter("remit.retries", "sqlstate", sqlState).increment();
    }
}
