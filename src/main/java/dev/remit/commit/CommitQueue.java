package dev.remit.commit;

import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Group commit: what arrives while a commit is under way goes into the next one, in order of
 * arrival. Nobody waits for company: an idle queue has a single command committed at once.
 *
 * <p>There is one committer per process, because all commits take turns anyway. Callers are
 * answered after the commit, without a thread each.
 */
@Startup
@Singleton
public class CommitQueue {

    private static final Logger LOG = Logger.getLogger(CommitQueue.class);

    /**
     * How often the queue is searched for those who have waited too long while the committer is
     * held up.
     */
    private static final long SWEEP_MILLIS = 50;

    private final Committer committer;
    private final QueueSettings settings;
    private final RequestQueue queue;

    /**
     * What has been taken from the queue and perhaps not been answered yet: the committer's own.
     */
    private final ArrayList<Waiting> inHand = new ArrayList<>();

    /** A daemon, so that a database that does not answer cannot keep the process from ending. */
    private final Thread committing =
            Thread.ofPlatform().daemon().name("remit-committer").unstarted(this::commitAll);

    private final ScheduledExecutorService sweeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("remit-queue-sweeper").daemon().factory());
    private volatile boolean closed;

    CommitQueue(Committer committer, QueueSettings settings, MeterRegistry metrics) {
        this.committer = committer;
        this.settings = settings;
        this.queue = new RequestQueue(settings.capacity());
        Gauge.builder("remit.queue.depth", queue, RequestQueue::commands)
                .description("Commands that wait for their transaction to begin")
                .register(metrics);
        Gauge.builder("remit.queue.capacity", settings, QueueSettings::capacity)
                .description("How many commands may wait; beyond it callers are refused at once")
                .register(metrics);
    }

    @PostConstruct
    void start() {
        committing.start();
        sweeping.scheduleWithFixedDelay(
                this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * What becomes of the request: an outcome per command, or one rejection. Fails with {@link
     * NotCommitted}.
     */
    public CompletionStage<List<Outcome>> submit(Request request) {
        Waiting waiting = new Waiting(request, System.nanoTime());
        if (!queue.add(waiting)) {
            waiting.fail(Reason.OVERLOADED, null);
        } else if (closed) {
            // Looked at after adding: a request behind the end is either seen here or by close().
            refuse(waiting, Reason.SHUTTING_DOWN);
        }
        return waiting.answer();
    }

    /** How many commands wait for their transaction to begin. */
    public int depth() {
        return queue.commands();
    }

    /** As {@link #close(Duration)}, with all the time for an orderly end. */
    @PreDestroy
    void close() {
        close(settings.drainTimeout());
    }

    /**
     * Takes nothing more, has committed what is there, and refuses what could not be in time. Every
     * caller has been answered when it returns, which is in time.
     */
    public synchronized void close(Duration time) {
        if (closed) {
            return;
        }
        closed = true;
        queue.end();
        try {
            if (!committing.join(time)) {
                LOG.warnf("Not all of the queue could be committed within %s", time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Waiting oldest = queue.oldest(); oldest != null; oldest = queue.oldest()) {
            refuse(oldest, Reason.SHUTTING_DOWN);
        }
        committer.end();
        sweeping.shutdownNow();
    }

    private void commitAll() {
        boolean ended = false;
        while (!ended) {
            try {
                inHand.ensureCapacity(settings.batchLimit());
                ended = !queue.take(settings.batchLimit(), inHand);
                committer.commit(patient(inHand), this::latecomers);
            } catch (InterruptedException e) {
                ended = true;
            } catch (Throwable defect) {
                committer.defect(defect);
            } finally {
                answerTheRest();
            }
        }
    }

    /** Those who have come while a batch waited for its turn, as far as it has room for them. */
    private List<Waiting> latecomers(int commandsInBatch) {
        int before = inHand.size();
        queue.poll(settings.batchLimit() - commandsInBatch, inHand);
        return patient(inHand.subList(before, inHand.size()));
    }

    /**
     * Everybody has been answered by now, unless something went wrong that must not, at whatever
     * moment.
     */
    private void answerTheRest() {
        for (Waiting waiting : inHand) {
            if (!waiting.answer().isDone()) {
                waiting.fail(Reason.OUTCOME_UNKNOWN, null);
            }
        }
        inHand.clear();
    }

    /** The others are refused. */
    private List<Waiting> patient(List<Waiting> taken) {
        taken.stream()
                .filter(this::isImpatient)
                .forEach(waiting -> waiting.fail(committer.reasonForWaiting(), null));
        return taken.stream().filter(waiting -> !waiting.answer().isDone()).toList();
    }

    /** While the committer is held up by the database, those in the queue need not wait for it. */
    private void sweep() {
        Waiting oldest = queue.oldest();
        while (oldest != null && isImpatient(oldest)) {
            refuse(oldest, committer.reasonForWaiting());
            oldest = queue.oldest();
        }
    }

    private boolean isImpatient(Waiting waiting) {
        return waiting.waited(System.nanoTime()) > settings.patience().toNanos();
    }

    private void refuse(Waiting waiting, Reason reason) {
        if (queue.remove(waiting)) {
            waiting.fail(reason, null);
        }
    }
}
