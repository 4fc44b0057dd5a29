package dev.remit.store;

import dev.remit.ledger.Currency;
import dev.remit.store.AccountCommitRow.Step;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Reads how balances have changed, of what money they are, and whose. */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class BalanceReader {

    /** After each of the last commits that have changed it, oldest first. */
    public List<AccountCommitRow.Balance> latest(UUID account, int limit) {
        return AccountCommitRow.latest(account, limit).reversed();
    }

    /** Of each of these accounts, open or not. */
    public Map<UUID, Currency> currencies(Collection<UUID> accounts) {
        return AccountCommitRow.openings(accounts).stream()
                .collect(
                        Collectors.toMap(
                                Step::account,
                                step -> Currency.parse(Currency.orDefault(step.currency()))));
    }

    /** Of those of these accounts that are open and have one. */
    public Map<UUID, String> names(Collection<UUID> accounts) {
        return Account.open(accounts).stream()
                .filter(account -> account.name != null)
                .collect(Collectors.toMap(account -> account.id, account -> account.name));
    }
}
