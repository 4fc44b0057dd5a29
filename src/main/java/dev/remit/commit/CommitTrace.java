package dev.remit.commit;

import dev.remit.ledger.Decision;
import dev.remit.store.Failure;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * One commit in a trace: a span for the whole of it, below that one for each attempt, and below
 * that one for each round trip to the database, which the driver's instrumentation adds to the
 * attempt that is current on the thread, and one for the COMMIT.
 */
final class CommitTrace {

    private static final Span NOTHING = Span.getInvalid();

    /** Of a commit that nobody traces. */
    static final CommitTrace NONE = new CommitTrace(OpenTelemetry.noop().getTracer(""), NOTHING);

    private final Tracer tracer;
    private final Span commit;
    private Span attempt = NOTHING;
    private Span end = NOTHING;
    private Scope current = Scope.noop();
    private long attempts;
    private boolean isCommitted;

    CommitTrace(Tracer tracer, Span commit) {
        this.tracer = tracer;
        this.commit = commit;
    }

    /** It commits this request, too. */
    void join(Span request) {
        commit.addLink(request.getSpanContext());
        request.addLink(commit.getSpanContext());
    }

    /** A new attempt begins on this thread. */
    void attempt() {
        if (commit.isRecording()) {
            attempt = child(commit, "attempt");
            attempt.setAttribute("remit.attempt", ++attempts);
            current = attempt.makeCurrent();
        }
    }

    /** Nothing but the COMMIT is left of the attempt. */
    void committing() {
        end = child(attempt, "COMMIT");
    }

    /** The attempt has failed. */
    void failed(Failure failure) {
        attempt.setStatus(StatusCode.ERROR, failure.kind().name());
        if (failure.sqlState() != null) {
            attempt.setAttribute("db.response.status_code", failure.sqlState());
        }
        endAttempt();
    }

    void committed(Decision decision) {
        if (decision.commit() != null) {
            commit.setAttribute("remit.sequence", decision.commit().sequence());
        }
        commit.setAttribute("remit.requests", decision.outcomes().size());
        commit.setAttribute("remit.transfers", decision.transfers());
        isCommitted = true;
    }

    /** Nothing more will become of it. */
    void close() {
        endAttempt();
        if (!isCommitted) {
            commit.setStatus(StatusCode.ERROR);
        }
        commit.end();
    }

    private void endAttempt() {
        end.end();
        end = NOTHING;
        attempt.end();
        attempt = NOTHING;
        current.close();
        current = Scope.noop();
    }

    private Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.root().with(parent)).startSpan();
    }
}
