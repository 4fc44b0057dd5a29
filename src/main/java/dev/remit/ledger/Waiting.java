package dev.remit.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A unit in the queue, and the caller who wants to know what becomes of it. */
final class Waiting {

    private final Unit unit;
    private final long since;
    private final CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();

    /**
     * @param since {@link System#nanoTime()}
     */
    Waiting(Unit unit, long since) {
        this.unit = unit;
        this.since = since;
    }

    Unit unit() {
        return unit;
    }

    long waited(long now) {
        return now - since;
    }

    CompletableFuture<List<Outcome>> answer() {
        return answer;
    }

    void answer(List<Outcome> outcomes) {
        answer.complete(outcomes);
    }

    void fail(PostingFailed.Reason reason, Throwable cause) {
        answer.completeExceptionally(new PostingFailed(reason, cause));
    }
}
