package dev.remit.ledger;

import dev.remit.database.Failure;
import io.agroal.api.AgroalDataSource;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Posts a batch in one transaction: reads and locks the accounts, lets {@link Decision} apply the
 * commands, writes what it says, commits.
 *
 * <p>The retry is outside of the transaction, so that every attempt has one of its own (see {@code
 * mp.fault.tolerance.interceptor.priority} in application.properties). It holds no connection
 * between two attempts (a {@link Turn} has its own). The figures of {@code @Retry} are settings:
 * {@code remit.retry.*}.
 */
@ApplicationScoped
public class Ledger {

    private final AgroalDataSource database;
    private final Clock clock;

    Ledger(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns after the commit.
     *
     * @throws SQLException and whatever else a failed transaction ends with, see {@link Failure}:
     *     nothing was posted, unless {@link Batch#mayBeCommitted()}
     */
    @Retry(maxRetries = 100, delay = 5, jitter = 5, maxDuration = 10_000)
    @ExponentialBackoff(maxDelay = 500)
    @RetryWhen(exception = Failure.WorthARetry.class)
    @BeforeRetry(BetweenAttempts.class)
    @Transactional(rollbackOn = Exception.class)
    public Decision post(Batch batch) throws SQLException {
        batch.attempt();
        try (Connection connection = database.getConnection()) {
            BatchReader reader = new BatchReader(connection);
            Books books = reader.read(batch);
            for (Decision earlier : batch.inDoubt()) {
                if (reader.isCommitted(earlier)) {
                    return earlier;
                }
            }
            Decision decision = Decision.decide(batch.units(), books, Micros.of(clock.instant()));
            new BatchWriter(connection).write(decision);
            batch.committing(decision);
            return decision;
        }
    }
}
