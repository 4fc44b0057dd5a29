package dev.remit.store;

import dev.remit.database.ConnectionPools;
import io.smallrye.faulttolerance.api.BeforeRetryHandler;
import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;

/**
 * For whoever only reads: after a lost connection the next attempt gets a new one. Without it, the
 * next attempts would go through the other connections to the same server, one after the other.
 */
@Dependent
public class FreshConnections implements BeforeRetryHandler {

    private final ConnectionPools pools;

    FreshConnections(ConnectionPools pools) {
        this.pools = pools;
    }

    @Override
    public void handle(ExecutionContext context) {
        if (Failure.of(context.getFailure()).endsConnection()) {
            pools.replaceConnections();
        }
    }
}
