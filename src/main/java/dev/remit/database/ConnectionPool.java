package dev.remit.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Knows when the pooled connections are of no more use, which the pool itself sees for class 08
 * only.
 */
@ApplicationScoped
public class ConnectionPool {

    private final AgroalDataSource dataSource;

    ConnectionPool(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * After a lost connection every other one leads to the same server that went away: all are
     * replaced, those in use when they come back.
     */
    public void failed(Failure failure) {
        if (failure.endsConnection()) {
            dataSource.flush(FlushMode.GRACEFUL);
        }
    }
}
