package dev.remit.database;

import io.smallrye.faulttolerance.api.BeforeRetryHandler;
import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;

/**
 * For whoever only reads: after a lost connection the next attempt gets a new one. Without it, the
 * next attempts would go through the other connections to the same server, one after the other.
 */
@Dependent
public class FreshConnections implements BeforeRetryHandler {

    private final ConnectionPool pool;

    FreshConnections(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public void handle(ExecutionContext context) {
        pool.failed(Failure.of(context.getFailure()));
    }
}
