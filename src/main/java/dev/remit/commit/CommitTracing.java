package dev.remit.commit;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Shows in the traces of requests how long they waited for their commit, and which one it was.
 * Where nobody traces it does nothing.
 *
 * @see <a href="https://opentelemetry.io/docs/concepts/signals/traces/#span-links">Links between
 *     spans in OpenTelemetry</a>
 */
@Singleton
class CommitTracing {

    private final Tracer tracer;

    CommitTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** They have waited until now. */
    void waited(List<Waiting> callers) {
        long now = System.nanoTime();
        Instant time = Instant.now();
        for (Waiting caller : callers) {
            if (isTraced(caller)) {
                tracer.spanBuilder("wait in queue")
                        .setParent(Context.root().with(caller.span()))
                        .setStartTimestamp(time.minusNanos(caller.waited(now)))
                        .startSpan()
                        .end(time);
            }
        }
    }

    /**
     * A commit belongs to all its requests. It is a child of the first one that is traced, which
     * decides whether it is recorded at all, and it and every request link to each other.
     */
    CommitTrace begin(List<Waiting> callers) {
        List<Span> requests =
                callers.stream().filter(CommitTracing::isTraced).map(Waiting::span).toList();
        if (requests.isEmpty()) {
            return CommitTrace.NONE;
        }
        SpanBuilder commit =
                tracer.spanBuilder("commit").setParent(Context.root().with(requests.getFirst()));
        CommitTrace trace = new CommitTrace(tracer, commit.startSpan());
        requests.forEach(trace::join);
        return trace;
    }

    /** They have come while the commit waited for its turn. */
    CommitTrace join(CommitTrace trace, List<Waiting> late) {
        if (trace == CommitTrace.NONE) {
            CommitTrace begun = begin(late);
            begun.attempt();
            return begun;
        }
        late.stream().filter(CommitTracing::isTraced).map(Waiting::span).forEach(trace::join);
        return trace;
    }

    private static boolean isTraced(Waiting caller) {
        return caller.span().isRecording();
    }
}
