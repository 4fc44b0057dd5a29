package dev.remit.ledger;

import dev.remit.Settings;
import dev.remit.ledger.PostingFailed.Reason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
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
 * Group commit: what arrives while a transaction is under way is posted together in the next one,
 * in order of arrival. Nobody waits for company: an idle queue posts a single command at once.
 *
 * <p>There is one committer per process, because several would fight over the same rows. Callers
 * are answered after the commit, without a thread each.
 */
@Startup
@Singleton
public class TransferQueue {

    private static final Logger LOG = Logger.getLogger(TransferQueue.class);

    /**
     * How often the queue is searched for those who have waited too long while the committer is
     * held up.
     */
    private static final long SWEEP_MILLIS = 50;

    private final Committer committer;
    private final Settings.Queue settings;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();

    /** Of all units in the queue. */
    private final AtomicInteger commands = new AtomicInteger();

    /**
     * What the committer finds when it has posted everything that was there before the queue was
     * closed.
     */
    private final Waiting end = new Waiting(null, 0);

    private final Thread posting =
            Thread.ofPlatform().name("remit-committer").unstarted(this::post);
    private final ScheduledExecutorService sweeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("remit-queue-sweeper").daemon().factory());
    private volatile boolean closed;

    TransferQueue(Committer committer, Settings settings, MeterRegistry metrics) {
        this.committer = committer;
        this.settings = settings.queue();
        Gauge.builder("remit.queue.depth", commands, AtomicInteger::get)
                .description("Commands that wait for their transaction to begin")
                .register(metrics);
    }

    @PostConstruct
    void start() {
        posting.start();
        sweeping.scheduleWithFixedDelay(
                this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * What becomes of the unit: an outcome per command, or one refusal. Fails with {@link
     * PostingFailed}.
     */
    public CompletionStage<List<Outcome>> submit(Unit unit) {
        Waiting waiting = new Waiting(unit, System.nanoTime());
        int before = commands.getAndAdd(unit.size());
        // A unit that is larger than the whole queue gets in when nothing else is there.
        if (before > 0 && before + unit.size() > settings.capacity()) {
            commands.addAndGet(-unit.size());
            waiting.fail(Reason.OVERLOADED, null);
            return waiting.answer();
        }
        queue.add(waiting);
        // Looked at after adding: a unit behind the end is either seen here or by close().
        if (closed) {
            refuse(waiting, Reason.SHUTTING_DOWN);
        }
        return waiting.answer();
    }

    /** How many commands wait for their transaction to begin. */
    public int depth() {
        return commands.get();
    }

    /**
     * Takes nothing more, posts what is there, and refuses what could not be posted in time. Every
     * caller has been answered when it returns.
     */
    @PreDestroy
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.add(end);
        try {
            if (!posting.join(settings.drainTimeout())) {
                LOG.warnf(
                        "Not all of the queue could be posted within %s", settings.drainTimeout());
                refuseAll();
                queue.add(end);
                posting.join(settings.drainTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
        sweeping.shutdownNow();
    }

    private void post() {
        try {
            for (Waiting first = next(); first != end; first = next()) {
                Turn turn = committer.takeTurn();
                List<Waiting> batch = batchFrom(first);
                batch.removeIf(this::isRefusedForWaiting);
                committer.post(batch, turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Waiting next() throws InterruptedException {
        Waiting first = queue.poll();
        if (first == null) {
            committer.rest();
            first = queue.take();
        }
        return first;
    }

    /** The first unit and what else is there by now, up to the limit. */
    private List<Waiting> batchFrom(Waiting first) {
        List<Waiting> batch = new ArrayList<>();
        batch.add(first);
        int size = first.unit().size();
        Waiting head = queue.peek();
        while (head != null && head != end && size + head.unit().size() <= settings.batchLimit()) {
            // The sweeper may have been faster.
            if (queue.remove(head)) {
                batch.add(head);
                size += head.unit().size();
            }
            head = queue.peek();
        }
        commands.addAndGet(-size);
        return batch;
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
    }

    /** Only whoever removes a unit from the queue may answer its caller. */
    private void refuse(Waiting waiting, Reason reason) {
        if (queue.remove(waiting)) {
            commands.addAndGet(-waiting.unit().size());
            waiting.fail(reason, null);
        }
    }
}
