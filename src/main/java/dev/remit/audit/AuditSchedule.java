package dev.remit.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Audits the books again and again while the service runs, if {@code remit.audit.interval} says so,
 * and whenever somebody asks for it: one audit at a time, with one connection of the pool. What it
 * finds is in the log and in the metrics.
 */
@Singleton
public class AuditSchedule {

    private static final Logger LOG = Logger.getLogger(AuditSchedule.class);

    /**
     * What there is to say of the audits of this process.
     *
     * @param progress of the one that is under way; null if none is
     * @param last what the last one has found; null if there was none
     * @param failure why there is no result of a later one; null if there is
     */
    public record State(AuditProgress progress, AuditResult last, String failure) {}

    private final Auditor auditor;
    private final AuditMetrics metrics;
    private final Optional<Duration> interval;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("remit-audit").daemon().factory());

    private final AtomicReference<AuditProgress> underWay = new AtomicReference<>();
    private volatile State ended = new State(null, null, null);

    AuditSchedule(Auditor auditor, AuditMetrics metrics, AuditSettings settings) {
        this.auditor = auditor;
        this.metrics = metrics;
        this.interval = settings.interval();
    }

    /** The first one begins some time within the interval, so that instances do not all at once. */
    public void start() {
        interval.ifPresent(
                pause ->
                        worker.scheduleWithFixedDelay(
                                this::audit,
                                ThreadLocalRandom.current().nextLong(pause.toMillis()),
                                pause.toMillis(),
                                TimeUnit.MILLISECONDS));
    }

    /** An audit that is under way ends with the query that it is reading. */
    @PreDestroy
    public void close() {
        worker.shutdownNow();
    }

    /** Begins one at once, unless one is under way. */
    public void begin() {
        AuditProgress progress = new AuditProgress();
        if (underWay.compareAndSet(null, progress)) {
            worker.execute(() -> audit(progress));
        }
    }

    public State state() {
        // In this order: what has just ended is never neither under way nor the last one.
        AuditProgress progress = underWay.get();
        State last = ended;
        return new State(progress, last.last(), last.failure());
    }

    private void audit() {
        AuditProgress progress = new AuditProgress();
        if (underWay.compareAndSet(null, progress)) {
            audit(progress);
        }
    }

    private void audit(AuditProgress progress) {
        try {
            AuditResult result = auditor.audit(progress, List.of());
            metrics.audited(result);
            ended = new State(null, result, null);
            if (result.isRight()) {
                LOG.infof(
                        "The books as of %s are right: %d accounts, %d transfers, head %d:%s",
                        result.asOf(),
                        result.accounts(),
                        result.transfers(),
                        result.sequence(),
                        result.hash());
            } else {
                LOG.errorf(
                        "The books as of %s are wrong, %d findings:%n%s",
                        result.asOf(),
                        result.findings(),
                        String.join(System.lineSeparator(), result.first()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The next one may fare better; how old the last is, the metrics tell.
            LOG.warnf("The books could not be audited: %s", e.getMessage());
            ended = new State(null, ended.last(), "The books could not be read; the log says why.");
        } finally {
            underWay.set(null);
        }
    }
}
