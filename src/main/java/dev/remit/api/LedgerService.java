package dev.remit.api;

import dev.remit.api.access.Access;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.commit.CommitQueue;
import dev.remit.commit.NotCommitted;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.Request;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Where the resources hand their commands in, and get either what they asked for or the problem
 * with it.
 */
@Startup
@ApplicationScoped
public class LedgerService {

    private static final Logger LOG = Logger.getLogger(LedgerService.class);

    private final CommitQueue queue;
    private final Access access;
    private final MeterRegistry metrics;
    private final Map<String, Counter> rejections = new ConcurrentHashMap<>();

    LedgerService(CommitQueue queue, Access access, MeterRegistry metrics) {
        this.queue = queue;
        this.access = access;
        this.metrics = metrics;
        // Whoever watches how they grow has to have seen that they were nothing.
        for (NotCommitted.Reason reason : NotCommitted.Reason.values()) {
            String slug = LedgerProblems.of(reason).slug();
            rejections.put(slug, counter(slug));
        }
    }

    /**
     * The outcome of a single command; fails with {@link ProblemException} if it is rejected.
     *
     * <p>Here as below, what takes place is recorded as asked for by whoever has made the call.
     *
     * @param inPath the account that the call's path names, if it does: it is answered with 404 if
     *     there is no such account, while one in the body is answered with 422
     */
    public CompletionStage<Outcome> submit(Command command, boolean isDry, UUID inPath) {
        return commit(Request.of(command).dry(isDry))
                .thenApply(List::getFirst)
                .thenApply(
                        outcome -> {
                            if (outcome instanceof Outcome.Rejected it) {
                                throw rejected(problem(it, inPath));
                            }
                            return outcome;
                        });
    }

    /**
     * The outcome of every command of those that are all or nothing; fails with {@link
     * ProblemException} if one is rejected.
     */
    public CompletionStage<List<Outcome>> submitAll(Request request) {
        return commit(request)
                .thenApply(
                        outcomes -> {
                            if (outcomes.getFirst() instanceof Outcome.Rejected it) {
                                throw rejected(problem(it, null).with("index", it.index()));
                            }
                            return outcomes;
                        });
    }

    /** The outcome of every command of those that take effect each for itself. */
    public CompletionStage<List<Outcome>> submitEach(Request request) {
        return commit(request)
                .thenApply(
                        outcomes -> {
                            outcomes.forEach(this::count);
                            return outcomes;
                        });
    }

    private CompletionStage<List<Outcome>> commit(Request request) {
        CompletableFuture<List<Outcome>> result = new CompletableFuture<>();
        queue.submit(request.by(access.actor()))
                .whenComplete(
                        (outcomes, failed) -> {
                            if (failed != null) {
                                result.completeExceptionally(rejected(failure(request, failed)));
                            } else {
                                result.complete(outcomes);
                            }
                        });
        return result;
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            count(LedgerProblems.of(rejected.rejection()));
        }
    }

    private ProblemException rejected(Problem problem) {
        count(problem);
        return new ProblemException(problem);
    }

    private void count(Problem problem) {
        rejections.computeIfAbsent(problem.slug(), this::counter).increment();
    }

    private Counter counter(String slug) {
        return Counter.builder("remit.rejections")
                .description("Requests that were not committed, by the slug of the problem")
                .tag("slug", slug)
                .register(metrics);
    }

    private static Problem problem(Outcome.Rejected rejected, UUID inPath) {
        Problem problem = LedgerProblems.of(rejected.rejection());
        return rejected.rejection() instanceof Rejection.AccountNotFound missing
                        && missing.account().equals(inPath)
                ? problem.withStatus(404)
                : problem;
    }

    private static Problem failure(Request request, Throwable failed) {
        if (!(failed instanceof NotCommitted not)) {
            LOG.error("A request was lost", failed);
            return Problem.internalError();
        }
        Problem problem = LedgerProblems.of(not.reason());
        return not.reason() == NotCommitted.Reason.OUTCOME_UNKNOWN
                        && request.size() == 1
                        && request.commands().getFirst() instanceof Command.OfTransfer command
                ? problem.with("transfer", command.id())
                : problem;
    }
}
