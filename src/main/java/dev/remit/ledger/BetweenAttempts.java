package dev.remit.ledger;

import dev.remit.database.ConnectionPool;
import dev.remit.database.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.api.BeforeRetryHandler;
import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;

/** What has to be known of a failed attempt at a batch before there is another. */
@Dependent
@RegisterForReflection
class BetweenAttempts implements BeforeRetryHandler {

    private final ConnectionPool pool;
    private final Turns turns;
    private final LedgerMetrics metrics;

    BetweenAttempts(ConnectionPool pool, Turns turns, LedgerMetrics metrics) {
        this.pool = pool;
        this.turns = turns;
        this.metrics = metrics;
    }

    @Override
    public void handle(ExecutionContext context) {
        Failure failure = Failure.of(context.getFailure());
        ((Batch) context.getParameters()[0]).failed(failure);
        pool.failed(failure);
        if (failure.kind() == Failure.Kind.CONFLICT) {
            turns.metAnother();
        }
        metrics.retried(failure);
    }
}
