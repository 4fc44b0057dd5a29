package dev.remit.account;

import dev.remit.database.Failure;
import dev.remit.database.FreshConnections;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Reads accounts. Even a transaction that only reads may have to be run again where everything is
 * serializable.
 */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class Accounts {

    public Optional<Account> find(UUID id) {
        return Account.findByIdOptional(id);
    }

    public List<Account> after(UUID id, int limit) {
        return Account.after(id, limit);
    }

    public Account.Summary summary() {
        return Account.summary();
    }
}
