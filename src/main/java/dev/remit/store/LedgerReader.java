package dev.remit.store;

import dev.remit.ledger.Transfer;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Reads what has been committed. Even a transaction that only reads may have to be run again where
 * everything is serializable.
 */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class LedgerReader {

    public Ledger head() {
        return Ledger.findById(Ledger.MAIN);
    }

    public Optional<Account> account(UUID id) {
        return Account.findByIdOptional(id);
    }

    /** In order of id; from the first one on if the given one is null. */
    public List<Account> accountsAfter(UUID id, int limit) {
        return Account.after(id, limit);
    }

    public Account.Summary summary() {
        return Account.summary();
    }

    public Optional<Transfer> transfer(UUID id) {
        return TransferRow.<TransferRow>findByIdOptional(id).map(TransferRow::transfer);
    }

    /**
     * The account's transfers, newest first; empty if there never was such an account. A closed one
     * keeps its history.
     *
     * @param before only versions below this one
     */
    public Optional<List<Transfer>> history(UUID account, long before, int limit) {
        AccountCommitRow newest = AccountCommitRow.lastBelow(account, before);
        if (newest == null) {
            return Optional.empty();
        }
        long last = Math.min(newest.lastVersion, before - 1);
        long first = Math.max(1, last - limit + 1);
        List<UUID> ids =
                AccountCommitRow.covering(account, first, last).stream()
                        .flatMap(row -> row.transfers(first, last).stream())
                        .toList();
        Map<UUID, Transfer> found =
                TransferRow.of(ids).stream()
                        .map(TransferRow::transfer)
                        .collect(Collectors.toMap(Transfer::id, Function.identity()));
        return Optional.of(ids.reversed().stream().map(found::get).toList());
    }
}
