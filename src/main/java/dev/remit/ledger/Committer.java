package dev.remit.ledger;

import dev.remit.database.Failure;
import dev.remit.ledger.PostingFailed.Reason;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Has batches posted and answers their callers, each with what became of its own unit. A batch that
 * the database refuses for what is in it is split until the guilty unit is alone: it never fails
 * its neighbours.
 */
@Singleton
class Committer {

    private static final Logger LOG = Logger.getLogger(Committer.class);

    private final Ledger ledger;
    private final Turns turns;
    private final LedgerMetrics metrics;

    /** What is being posted, for those who wonder why it takes so long; null if nothing is. */
    private volatile Batch underWay;

    Committer(Ledger ledger, Turns turns, LedgerMetrics metrics) {
        this.ledger = ledger;
        this.turns = turns;
        this.metrics = metrics;
    }

    /** To be called before the units of a batch are chosen. */
    Turn takeTurn() {
        return turns.take();
    }

    /** There is nothing to post at the moment. */
    void rest() {
        turns.rest();
    }

    /** Every caller has been answered when it returns, and the turn is over. */
    void post(List<Waiting> callers, Turn turn) {
        try (turn) {
            if (!callers.isEmpty()) {
                metrics.started(callers);
                post(callers, new Batch(callers.stream().map(Waiting::unit).toList()), turn);
            }
        }
    }

    private void post(List<Waiting> callers, Batch batch, Turn turn) {
        underWay = batch;
        try {
            long start = System.nanoTime();
            Decision decision = ledger.post(batch);
            turn.close();
            metrics.committed(System.nanoTime() - start, decision);
            List<List<Outcome>> outcomes = decision.outcomes();
            for (int i = 0; i < callers.size(); i++) {
                callers.get(i).answer(outcomes.get(i));
            }
        } catch (Exception e) {
            fail(callers, batch, turn, e);
        } finally {
            underWay = null;
        }
    }

    private void fail(List<Waiting> callers, Batch batch, Turn turn, Exception thrown) {
        Failure failure = Failure.of(thrown);
        batch.failed(failure);
        if (failure.kind() == Failure.Kind.PERMANENT
                && !batch.mayBeCommitted()
                && callers.size() > 1) {
            int half = callers.size() / 2;
            post(callers.subList(0, half), batch.part(0, half), turn);
            post(callers.subList(half, callers.size()), batch.part(half, callers.size()), turn);
            return;
        }
        Reason reason = reason(failure, batch);
        String units = callers.size() == 1 ? "A unit was" : callers.size() + " units were";
        LOG.errorf(
                reason == Reason.INTERNAL ? thrown : null,
                "%s not posted: %s, SQLSTATE %s (%s)",
                units,
                reason,
                failure.sqlState(),
                thrown.getMessage());
        callers.forEach(caller -> caller.fail(reason, thrown));
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

    private static Reason reason(Failure failure, Batch batch) {
        if (batch.mayBeCommitted()) {
            return Reason.OUTCOME_UNKNOWN;
        }
        return switch (failure.kind()) {
            case CONFLICT -> Reason.CONTENTION;
            case UNAVAILABLE -> Reason.DATABASE_UNAVAILABLE;
            case UNKNOWN -> Reason.OUTCOME_UNKNOWN;
            case PERMANENT -> Reason.INTERNAL;
        };
    }
}
