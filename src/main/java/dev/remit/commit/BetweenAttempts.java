package dev.remit.commit;

import dev.remit.database.ConnectionPools;
import dev.remit.store.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.api.BeforeRetryHandler;
import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;

/** What has to be known of a failed attempt at a batch before there is another. */
@Dependent
@RegisterForReflection
class BetweenAttempts implements BeforeRetryHandler {

    private final ConnectionPools pools;
    private final CommitMetrics metrics;

    BetweenAttempts(ConnectionPools pools, CommitMetrics metrics) {
        this.pools = pools;
        this.metrics = metrics;
    }

    @Override
    public void handle(ExecutionContext context) {
        Failure failure = Failure.of(context.getFailure());
        ((Batch) context.getParameters()[0]).failed(failure);
        if (failure.endsConnection()) {
            pools.replaceConnections();
        }
        metrics.retried(failure);
    }
}
