package dev.remit.commit;

import dev.remit.ledger.Decision;
import dev.remit.ledger.Needs;
import dev.remit.ledger.Request;
import dev.remit.store.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The requests that one transaction commits, and what is remembered of them between attempts. */
public final class Batch {

    /** Who may join a batch that has so many commands. */
    interface Latecomers extends IntFunction<List<Waiting>> {}

    private static final Latecomers NOBODY = commands -> List.of();

    private final List<Waiting> callers;
    private final Latecomers latecomers;
    private Needs needs;
    private boolean cautious;
    private CommitTrace trace = CommitTrace.NONE;
    private Decision committing;
    private Decision inDoubt;
    private volatile Failure lastFailure;

    /** Without anybody who waits for an answer. */
    public Batch(List<Request> requests) {
        this(
                requests.stream().map(request -> new Waiting(request, System.nanoTime())).toList(),
                false,
                NOBODY);
    }

    /**
     * @param cautious whether to look for rows that somebody outside holds instead of waiting for
     *     them
     */
    Batch(List<Waiting> callers, boolean cautious, Latecomers latecomers) {
        this.callers = new ArrayList<>(callers);
        this.latecomers = latecomers;
        this.needs = Needs.of(requests());
        this.cautious = cautious;
    }

    List<Waiting> callers() {
        return callers;
    }

    List<Request> requests() {
        return callers.stream().map(Waiting::request).toList();
    }

    int commands() {
        return callers.stream().mapToInt(Waiting::size).sum();
    }

    Needs needs() {
        return needs;
    }

    /** Takes in who has come while it waited for its turn. */
    void grow() {
        if (callers.addAll(latecomers.apply(commands()))) {
            needs = Needs.of(requests());
        }
    }

    boolean isCautious() {
        return cautious;
    }

    void traced(CommitTrace trace) {
        this.trace = trace;
    }

    CommitTrace trace() {
        return trace;
    }

    /** A new attempt begins. Unless the last one was rolled back for certain, it is in doubt. */
    void attempt() {
        if (committing != null) {
            inDoubt = committing;
            committing = null;
        }
        trace.attempt();
    }

    /** The attempt has written everything and nothing but the COMMIT is left. */
    void committing(Decision decision) {
        committing = decision;
        trace.committing();
    }

    /** The attempt has failed. */
    void failed(Failure failure) {
        lastFailure = failure;
        trace.failed(failure);
        cautious |= failure.mayBeLock();
        if (failure.kind() == Failure.Kind.CONFLICT) {
            committing = null;
        }
    }

    /**
     * What an earlier attempt had written when its COMMIT was not answered; null if there was none.
     * There is never more than one: the next attempt finds out what became of it before it writes.
     */
    Decision inDoubt() {
        return inDoubt;
    }

    /** The attempt in doubt did not take place. */
    void isNotCommitted() {
        inDoubt = null;
    }

    /** After all attempts have failed: whether one of them may have taken place all the same. */
    boolean mayBeCommitted() {
        return committing != null || inDoubt != null;
    }

    /** Of the last attempt that failed; null if none has. */
    Failure lastFailure() {
        return lastFailure;
    }

    /** Some of the requests, to be committed on their own. */
    Batch part(int from, int to) {
        return new Batch(callers.subList(from, to), cautious, NOBODY);
    }
}
