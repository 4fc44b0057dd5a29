package dev.remit.transfer;

import dev.remit.account.Account;
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

/** Reads the journal. */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class Transfers {

    public Optional<Transfer> find(UUID id) {
        return Transfer.findByIdOptional(id);
    }

    /**
     * The account's postings, newest first; empty if there never was such an account. A closed one
     * keeps its history.
     *
     * @param before only versions below this one
     */
    public Optional<List<Transfer>> history(UUID account, long before, int limit) {
        List<Transfer> history = Transfer.history(account, before, limit);
        boolean known =
                !history.isEmpty()
                        || Account.findByIdOptional(account).isPresent()
                        || !Transfer.history(account, Long.MAX_VALUE, 1).isEmpty();
        return known ? Optional.of(history) : Optional.empty();
    }
}
