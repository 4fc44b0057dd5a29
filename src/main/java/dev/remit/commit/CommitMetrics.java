package dev.remit.commit;

import dev.remit.ledger.Decision;
import dev.remit.store.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What can be seen of the commits from outside, all under {@code remit.}. */
@Singleton
public class CommitMetrics {

    /** Percentiles over all instances are made of these, at whatever time one asks. */
    private static final Duration[] BUCKETS =
            LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    /** What contention ends with, which is what most retries are of. */
    private static final String CONFLICT = "40001";

    /** What this process has committed since its start. */
    public record Figures(double transfers, long commits, double commands, double millis) {}

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer wait;
    private final Timer commit;
    private final Counter posted;
    private final Counter unknown;
    private final Counter defects;

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
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
        this.commit =
                Timer.builder("remit.batch.commit")
                        .description(
                                "From the beginning of a transaction to its commit, retries included")
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry);
        this.posted =
                Counter.builder("remit.postings")
                        .description("Transfers, deposits and withdrawals posted")
                        .register(registry);
        this.unknown =
                Counter.builder("remit.outcomes.unknown")
                        .description(
                                "Requests whose callers were not told whether they were committed")
                        .register(registry);
        this.defects =
                Counter.builder("remit.committer.defects")
                        .description(
                                "Failures of the committer that must not happen; liveness is DOWN from the first one on")
                        .register(registry);
        // Whoever watches how it grows has to have seen that it was nothing.
        retries(CONFLICT);
    }

    void started(List<Waiting> callers) {
        wait.record(callers.getFirst().waited(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    void committed(long nanos, int commands, Decision decision) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        batchSize.record(commands);
        posted.increment(decision.transfers());
    }

    void retried(Failure failure) {
        retries(failure.sqlState() == null ? "none" : failure.sqlState()).increment();
    }

    private Counter retries(String sqlState) {
        return Counter.builder("remit.retries")
                .description("Attempts at a commit that failed and were followed by another one")
                .tag("sqlstate", sqlState)
                .register(registry);
    }

    public Figures figures() {
        return new Figures(
                posted.count(),
                batchSize.count(),
                batchSize.totalAmount(),
                commit.totalTime(TimeUnit.MILLISECONDS));
    }

    void unknown() {
        unknown.increment();
    }

    void defect() {
        defects.increment();
    }
}
