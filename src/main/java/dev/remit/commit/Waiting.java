package dev.remit.commit;

import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request in the queue, and the caller who wants to know what becomes of it. */
final class Waiting {

    private final Request request;
    private final long since;
    private final Span span = Span.current();
    private final CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();

    /**
     * @param since {@link System#nanoTime()}
     */
    Waiting(Request request, long since) {
        this.request = request;
        this.since = since;
    }

    Request request() {
        return request;
    }

    /** How many commands it has. */
    int size() {
        return request.size();
    }

    long waited(long now) {
        return now - since;
    }

    /** In the trace of whoever submitted it; an invalid one if nobody traces. */
    Span span() {
        return span;
    }

    CompletableFuture<List<Outcome>> answer() {
        return answer;
    }

    void answer(List<Outcome> outcomes) {
        answer.complete(outcomes);
    }

    /**
     * Does nothing if the caller has been answered.
     *
     * @return whether this is the answer
     */
    boolean fail(NotCommitted.Reason reason, Throwable cause) {
        return answer.completeExceptionally(new NotCommitted(reason, cause));
    }
}
