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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    /** Of all requests in the queue. */
    private final AtomicInteger commands = new AtomicInteger();

    /**
     * What the committer finds when it has committed everything that was there before the queue was
     * closed.
     */
    private final Waiting end = new Waiting(null, 0);

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
        Gauge.builder("remit.queue.depth", commands, AtomicInteger::get)
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
        int before = commands.getAndAdd(request.size());
        // A request that is larger than the whole queue gets in when nothing else is there.
        if (before > 0 && before + request.size() > settings.capacity()) {
            commands.addAndGet(-request.size());
            waiting.fail(Reason.OVERLOADED, null);
            return waiting.answer();
        }
        queue.add(waiting);
        // Looked at after adding: a request behind the end is either seen here or by close().
        if (closed) {
            refuse(waiting, Reason.SHUTTING_DOWN);
        }
        return waiting.answer();
    }

    /** How many commands wait for their transaction to begin. */
    public int depth() {
        return commands.get();
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
        queue.add(end);
        try {
            if (!committing.join(time)) {
                LOG.warnf("Not all of the queue could be committed within %s", time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
        committer.end();
        sweeping.shutdownNow();
    }

    private void commitAll() {
        List<Waiting> batch = new ArrayList<>();
        boolean ended = false;
        while (!ended) {
            try {
                ended = !take(batch);
                if (!batch.isEmpty()) {
                    committer.commit(batch);
                }
            } catch (InterruptedException e) {
                ended = true;
            } catch (Throwable defect) {
                committer.defect(defect);
                batch.forEach(waiting -> waiting.fail(Reason.INTERNAL, defect));
            }
            batch.clear();
        }
    }

    /**
     * Waits for a first request and takes whatever else is there by then, up to the limit.
     *
     * @return whether anything can follow
     */
    private boolean take(List<Waiting> batch) throws InterruptedException {
        Waiting first = queue.take();
        if (first == end) {
            return false;
        }
        batch.add(first);
        int size = first.request().size();
        Waiting head = queue.peek();
        while (head != null
                && head != end
                && size + head.request().size() <= settings.batchLimit()) {
            // The sweeper may have been faster.
            if (queue.remove(head)) {
                batch.add(head);
                size += head.request().size();
            }
            head = queue.peek();
        }
        commands.addAndGet(-size);
        batch.removeIf(this::isRefusedForWaiting);
        return true;
    }

    /** While the committer is held up by the database, those in the queue need not wait for it. */
    private void sweep() {
        Waiting head = queue.peek();
        while (head != null && head != end && isImpatient(head)) {
            refuse(head, committer.reasonForWaiting());
            head = queue.peek();
        }
    }

    private boolean isRefusedForWaiting(Waiting waiting) {
        if (isImpatient(waiting)) {
            waiting.fail(committer.reasonForWaiting(), null);
            return true;
        }
        return false;
    }

    private boolean isImpatient(Waiting waiting) {
        return waiting.waited(System.nanoTime()) > settings.patience().toNanos();
    }

    private void refuseAll() {
        queue.remove(end);
        for (Waiting head = queue.peek(); head != null; head = queue.peek()) {
            refuse(head, Reason.SHUTTING_DOWN);
        }
        queue.add(end);
    }

    /** Only whoever removes a request from the queue may answer its caller. */
    private void refuse(Waiting waiting, Reason reason) {
        if (queue.remove(waiting)) {
            commands.addAndGet(-waiting.request().size());
            waiting.fail(reason, null);
        }
    }
}
