package dev.remit.store;

import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Reads the monitors that watch. */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class MonitorReader {

    public Optional<MonitorRow> monitor(UUID id) {
        return MonitorRow.<MonitorRow>findByIdOptional(id).filter(row -> row.ended == null);
    }

    /**
     * In order of id.
     *
     * @param account null for those of all accounts
     * @param after only ids behind this one; null for all
     */
    public Page<MonitorRow, UUID> monitors(UUID account, UUID after, int limit) {
        return Page.of(MonitorRow.watching(account, after, limit + 1), limit, row -> row.id);
    }
}
