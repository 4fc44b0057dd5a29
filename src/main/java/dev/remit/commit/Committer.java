package dev.remit.commit;

import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Outcome;
import dev.remit.store.Failure;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Has batches committed and answers their callers, each with what became of its own request. A
 * batch that fails for what is in it is split until the guilty request is alone: it never fails its
 * neighbours.
 */
@Singleton
class Committer {

    private static final Logger LOG = Logger.getLogger(Committer.class);

    /**
     * For how long after it has met a row that somebody outside holds nobody waits for such rows
     * any more: who wants it is refused at once, and all others go on.
     */
    private static final long CAUTION = Duration.ofSeconds(5).toNanos();

    private final CommitService service;
    private final CommitMetrics metrics;
    private final CommitTracing tracing;
    private final Event<Committed> committed;
    private long cautiousUntil = System.nanoTime();

    /** Whose requests are being committed. */
    private volatile List<Waiting> callers = List.of();

    /** For those who wonder why it takes so long; null if nothing is under way. */
    private volatile Batch underWay;

    private volatile boolean ended;
    private volatile Throwable defect;

    Committer(
            CommitService service,
            CommitMetrics metrics,
            CommitTracing tracing,
            Event<Committed> committed) {
        this.service = service;
        this.metrics = metrics;
        this.tracing = tracing;
        this.committed = committed;
    }

    /**
     * Every caller has been answered when it returns.
     *
     * @param latecomers who may join them while they wait for their turn
     */
    void commit(List<Waiting> batch, Batch.Latecomers latecomers) {
        callers = List.copyOf(batch);
        if (callers.isEmpty()) {
            return;
        }
        if (ended) {
            fail(callers, Reason.SHUTTING_DOWN, null);
            return;
        }
        metrics.started(callers);
        tracing.waited(callers);
        boolean cautious = System.nanoTime() - cautiousUntil < 0;
        commit(new Batch(callers, cautious, commands -> join(latecomers.apply(commands))));
        callers = List.of();
    }

    private List<Waiting> join(List<Waiting> late) {
        callers = Stream.concat(callers.stream(), late.stream()).toList();
        // Looked at after they have been added: they are answered either here or by end().
        if (ended) {
            fail(late, Reason.SHUTTING_DOWN, null);
            return List.of();
        }
        tracing.waited(late);
        underWay.traced(tracing.join(underWay.trace(), late));
        return late;
    }

    private void commit(Batch batch) {
        underWay = batch;
        batch.traced(tracing.begin(batch.callers()));
        try {
            long start = System.nanoTime();
            Decision decision = service.commit(batch);
            metrics.committed(System.nanoTime() - start, batch.commands(), decision);
            batch.trace().committed(decision);
            List<List<Outcome>> outcomes = decision.outcomes();
            for (int i = 0; i < outcomes.size(); i++) {
                batch.callers().get(i).answer(outcomes.get(i));
            }
            if (decision.commit() != null) {
                committed.fire(new Committed(decision.commit().sequence()));
            }
        } catch (Exception e) {
            fail(batch, e);
        } catch (Throwable thrown) {
            // Before anybody is answered: whoever hears of it finds the process ill.
            defect(thrown);
            fail(
                    batch.callers(),
                    batch.mayBeCommitted() ? Reason.OUTCOME_UNKNOWN : Reason.INTERNAL,
                    thrown);
        } finally {
            batch.trace().close();
            underWay = null;
        }
    }

    private void fail(Batch batch, Exception thrown) {
        Failure failure = Failure.of(thrown);
        batch.failed(failure);
        if (failure.kind() == Failure.Kind.LOCKED) {
            cautiousUntil = System.nanoTime() + CAUTION;
        }
        int size = batch.callers().size();
        if (isOfOneRequest(failure) && !batch.mayBeCommitted() && size > 1) {
            commit(batch.part(0, size / 2));
            commit(batch.part(size / 2, size));
            return;
        }
        Reason reason = reason(failure, batch);
        LOG.errorf(
                reason == Reason.INTERNAL ? thrown : null,
                "%s not committed: %s, SQLSTATE %s (%s)",
                size == 1 ? "A request was" : size + " requests were",
                reason,
                failure.sqlState(),
                thrown.getMessage());
        fail(batch.callers(), reason, thrown);
    }

    private void fail(List<Waiting> callers, Reason reason, Throwable thrown) {
        for (Waiting caller : callers) {
            if (caller.fail(reason, thrown) && reason == Reason.OUTCOME_UNKNOWN) {
                metrics.unknown();
            }
        }
    }

    /**
     * Commits nothing more. Whoever still has no answer gets one, although the database has not
     * given any.
     */
    void end() {
        ended = true;
        fail(callers, Reason.OUTCOME_UNKNOWN, null);
    }

    /**
     * Something has gone wrong that must not, such as running out of memory. Commits go on all the
     * same, because nothing is remembered between two of them that could be wrong.
     */
    void defect(Throwable thrown) {
        defect = thrown;
        metrics.defect();
        LOG.error("The committer has failed in a way that it must not", thrown);
    }

    /** Null if there never was one. */
    Throwable defect() {
        return defect;
    }

    /** Why those who still wait in the queue have to. */
    Reason reasonForWaiting() {
        Batch batch = underWay;
        Failure failure = batch == null ? null : batch.lastFailure();
        if (failure == null) {
            return Reason.OVERLOADED;
        }
        return failure.kind() == Failure.Kind.CONFLICT
                ? Reason.CONTENTION
                : Reason.DATABASE_UNAVAILABLE;
    }

    private static boolean isOfOneRequest(Failure failure) {
        return switch (failure.kind()) {
            case LOCKED, PERMANENT -> true;
            case CONFLICT, UNAVAILABLE, UNKNOWN -> false;
        };
    }

    private static Reason reason(Failure failure, Batch batch) {
        if (batch.mayBeCommitted()) {
            return Reason.OUTCOME_UNKNOWN;
        }
        return switch (failure.kind()) {
            case CONFLICT, LOCKED -> Reason.CONTENTION;
            case UNAVAILABLE -> Reason.DATABASE_UNAVAILABLE;
            case UNKNOWN -> Reason.OUTCOME_UNKNOWN;
            case PERMANENT -> Reason.INTERNAL;
        };
    }
}
