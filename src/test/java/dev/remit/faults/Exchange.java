package dev.remit.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one connection has asked the server and not been answered yet, in order: it tells which
 * request an answer belongs to, although clients send many before they read.
 *
 * <p>The rules are those of "Message Flow" in the PostgreSQL documentation: every request of the
 * extended query protocol is answered in turn; after an error the server skips all up to the next
 * Sync; Query, FunctionCall, Sync and the start-up end with ReadyForQuery, after an error too.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">Message Flow</a>
 */
final class Exchange {

    private final Lock lock = new ReentrantLock();
    private final Consumer<Injection> withdraw;
    private final Deque<Request> unanswered = new ArrayDeque<>();
    private char status;
    private boolean skipping;
    private boolean draining;
    private boolean over;

    /** {@code withdraw} takes the injections whose statements the server skipped. */
    Exchange(Consumer<Injection> withdraw) {
        this.withdraw = withdraw;
    }

    /** To be called before the requests are sent; false if nothing may be sent any more. */
    boolean ask(Request... requests) {
        return locked(
                () -> {
                    for (Request request : requests) {
                        if (!over && request.step() == Request.Step.SYNC) {
                            skipping = false;
                        }
                        if (over || skipping) {
                            withdrawUnless(null, request);
                        } else {
                            unanswered.add(request);
                        }
                    }
                    return !over;
                });
    }

    /** Nothing is sent any more; what was sent is still answered. */
    void hangUp() {
        locked(() -> over = true);
    }

    void end() {
        locked(
                () -> {
                    over = true;
                    unanswered.forEach(request -> withdrawUnless(null, request));
                    unanswered.clear();
                    return null;
                });
    }

    /**
     * Whether the next statement would be executed, as far as the answers so far tell: not in a
     * failed transaction, not behind a failed request of the same pipeline.
     */
    boolean executesStatements() {
        return locked(() -> !over && !skipping && status != Backend.FAILED && status != 0);
    }

    /**
     * Ends the session if it is idle now, or else as soon as it is: a server that drains lets
     * transactions finish. True if it was ended now.
     */
    boolean drain() {
        return locked(
                () -> {
                    draining = true;
                    return endedIfIdle();
                });
    }

    /** What the client gets in place of this message of the server. */
    Verdict answered(Message answer) {
        return locked(
                () ->
                        switch (answer.type()) {
                            case Backend.READY_FOR_QUERY -> ready(answer);
                            case Backend.ERROR_RESPONSE -> failed(answer);
                            default -> progressed(answer);
                        });
    }

    private Verdict ready(Message answer) {
        status = (char) answer.body()[0];
        Request request = unanswered.poll();
        if (request != null) {
            withdrawUnless(null, request);
        }
        if (draining && endedIfIdle()) {
            return Verdict.PASS_AND_SHUT_DOWN;
        }
        return Verdict.PASS;
    }

    private Verdict failed(Message error) {
        Request request = unanswered.peek();
        if (request == null || Backend.isFatal(error)) {
            return Verdict.PASS;
        }
        if (request.endsWithReady()) {
            return answeredUpToReady(request, error);
        }
        unanswered.poll();
        skipping = true;
        while (!unanswered.isEmpty() && skipping) {
            if (unanswered.peek().step() == Request.Step.SYNC) {
                skipping = false;
            } else {
                withdrawUnless(request.injection(), unanswered.poll());
            }
        }
        return verdict(request, error);
    }

    private Verdict progressed(Message answer) {
        Request request = unanswered.peek();
        if (request == null) {
            return Verdict.PASS;
        }
        if (request.endsWithReady()) {
            boolean decides = answer.type() == Backend.COMMAND_COMPLETE;
            return decides ? answeredUpToReady(request, answer) : Verdict.PASS;
        }
        if (!request.step().completedBy(answer)) {
            return Verdict.PASS;
        }
        unanswered.poll();
        return verdict(request, answer);
    }

    /** Of the several statements of one Query, the first to be answered decides. */
    private Verdict answeredUpToReady(Request request, Message answer) {
        unanswered.poll();
        unanswered.addFirst(request.withoutInjection());
        return verdict(request, answer);
    }

    private Verdict verdict(Request request, Message answer) {
        Verdict verdict = request.verdict(answer);
        if (verdict == Verdict.PASS) {
            withdrawUnless(null, request);
        }
        return verdict;
    }

    private boolean endedIfIdle() {
        boolean idle = !over && unanswered.isEmpty() && status == Backend.IDLE;
        over |= idle;
        return idle;
    }

    private void withdrawUnless(Injection kept, Request request) {
        if (request.injection() != null && request.injection() != kept) {
            withdraw.accept(request.injection());
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
