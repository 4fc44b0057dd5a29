package dev.remit.audit;

import dev.remit.audit.Snapshot.Moment;
import dev.remit.store.Failure;
import dev.remit.store.SqlStates;
import io.agroal.api.AgroalDataSource;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Audits the books. Its transaction is not one of the service's: those end after a minute at the
 * latest.
 */
@ApplicationScoped
public class Auditor {

    /** Events in memory at a time, with their rows: some megabytes. */
    private static final int CHUNK_SIZE = 5_000;

    private final AgroalDataSource database;

    Auditor(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Nothing is told before the end: when the transaction has to be run again, nothing has been
     * told twice.
     *
     * @param expected heads that were kept: what is recorded has to lead to them still
     */
    @Retry(maxRetries = 3, delay = 500, jitter = 200, maxDuration = 0)
    @ExponentialBackoff(maxDelay = 5_000)
    @RetryWhen(exception = Failure.WorthARetry.class)
    public AuditResult audit(AuditProgress progress, List<Expectation> expected)
            throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            try {
                return audit(connection, Moment.FIVE_SECONDS_AGO, expected, progress);
            } catch (SQLException e) {
                if (!SqlStates.isMissing(e)) {
                    throw e;
                }
                // The tables are younger than that.
                return audit(connection, Moment.NOW, expected, progress);
            }
        }
    }

    private static AuditResult audit(
            Connection connection,
            Moment moment,
            List<Expectation> expected,
            AuditProgress progress)
            throws SQLException, InterruptedException {
        try (Snapshot snapshot = Snapshot.of(connection, moment)) {
            AuditResult result = new Audit(connection, CHUNK_SIZE, expected, progress).run();
            snapshot.commit();
            return result;
        }
    }
}
