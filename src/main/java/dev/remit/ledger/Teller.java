package dev.remit.ledger;

import dev.remit.problem.Problem;
import dev.remit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Where the resources hand their commands in, and get either what they asked for or the problem
 * with it.
 */
@ApplicationScoped
public class Teller {

    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final TransferQueue queue;
    private final LedgerMetrics metrics;

    Teller(TransferQueue queue, LedgerMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    /**
     * The outcome of every command, none of them refused; fails with {@link ProblemException}.
     *
     * @param inPath the account that the request's path names, if it does: it is answered with 404
     *     if there is no such account, while one in the body is answered with 422
     */
    public CompletionStage<List<Outcome>> submit(Unit unit, UUID inPath) {
        CompletableFuture<List<Outcome>> result = new CompletableFuture<>();
        queue.submit(unit)
                .whenComplete(
                        (outcomes, failed) -> {
                            if (failed != null) {
                                result.completeExceptionally(refused(failure(unit, failed)));
                            } else if (outcomes.getFirst() instanceof Outcome.Refused refused) {
                                result.completeExceptionally(
                                        refused(refusal(unit, refused, inPath)));
                            } else {
                                result.complete(outcomes);
                            }
                        });
        return result;
    }

    private ProblemException refused(Problem problem) {
        metrics.refused(problem);
        return new ProblemException(problem);
    }

    private static Problem refusal(Unit unit, Outcome.Refused refused, UUID inPath) {
        Problem problem = LedgerProblems.of(refused.refusal());
        if (refused.refusal() instanceof Refusal.AccountNotFound missing
                && missing.account().equals(inPath)) {
            problem = problem.withStatus(404);
        }
        return unit.size() == 1 ? problem : problem.with("index", refused.index());
    }

    private static Problem failure(Unit unit, Throwable failed) {
        if (!(failed instanceof PostingFailed posting)) {
            LOG.error("A unit was lost", failed);
            return Problem.internalError();
        }
        Problem problem = LedgerProblems.of(posting.reason());
        boolean one = unit.size() == 1 && unit.commands().getFirst() instanceof Command.Post;
        return posting.reason() == PostingFailed.Reason.OUTCOME_UNKNOWN && one
                ? problem.with("transfer", ((Command.Post) unit.commands().getFirst()).id())
                : problem;
    }
}
