package dev.remit.store;

import dev.remit.ledger.Head;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
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

    public Head head() {
        return CommitTime.head();
    }

    /** How many commits there have been by now. */
    public long last() {
        return CommitTime.last();
    }

    public Optional<Account> account(UUID id) {
        return Account.findByIdOptional(id);
    }

    /** The account as it was at a time; empty if it was not open then. */
    public Optional<AccountCommitRow.Balance> balanceAt(UUID account, Instant time) {
        return Optional.ofNullable(AccountCommitRow.at(account, time))
                .filter(balance -> !balance.closed());
    }

    /**
     * In order of id.
     *
     * @param after only ids behind this one; null for all
     */
    public Page<Account, UUID> accounts(AccountFilter filter, UUID after, int limit) {
        // One more than asked for tells whether there is another page.
        int chunkSize = filter.isPicky() ? Page.CHUNK : limit + 1;
        List<Account> found = new ArrayList<>();
        UUID last = after;
        for (int read = 0; read < Page.MOST_ROWS; read += chunkSize) {
            List<Account> chunk = Account.after(last, chunkSize);
            for (Account account : chunk) {
                if (filter.matches(account)) {
                    if (found.size() == limit) {
                        return new Page<>(found, found.getLast().id);
                    }
                    found.add(account);
                }
            }
            if (chunk.size() < chunkSize) {
                return new Page<>(found, null);
            }
            last = chunk.getLast().id;
        }
        return new Page<>(found, last);
    }

    /**
     * Of each currency that an account has, or had then.
     *
     * @param at null for now
     */
    public List<Total> totals(Instant at) {
        // Not by way of head(), which would be tried again inside of a transaction that has failed.
        long last = CommitTime.last();
        return Total.after(at == null ? last : CommitTime.lastUntil(at, last));
    }

    public Optional<Followed> transfer(UUID id) {
        return TransferRow.<TransferRow>findByIdOptional(id)
                .map(row -> new Followed(row.transfer(), transfers(TransferRow.followers(id))));
    }

    private static List<Transfer> transfers(List<TransferRow> rows) {
        return rows.stream().map(TransferRow::transfer).toList();
    }

    /**
     * All that have this reference, to the letter, newest first.
     *
     * @param before only those behind this place; null for all
     */
    public Page<Followed, TransferRow.Place> transfers(
            String reference, TransferRow.Place before, int limit) {
        return Page.of(
                        transfers(TransferRow.byReference(reference, before, limit + 1)),
                        limit,
                        it -> new TransferRow.Place(it.sequence(), it.id()))
                .with(LedgerReader::settled);
    }

    /** With what has ended those of them that are holds. */
    private static List<Followed> settled(List<Transfer> found) {
        List<UUID> holds =
                found.stream().filter(it -> it.kind() == Kind.HOLD).map(Transfer::id).toList();
        Map<UUID, List<Transfer>> settlements =
                transfers(TransferRow.settlements(holds)).stream()
                        .collect(Collectors.groupingBy(Transfer::related));
        return found.stream()
                .map(it -> new Followed(it, settlements.getOrDefault(it.id(), List.of())))
                .toList();
    }

    /**
     * The holds on an account that have not ended yet, in order of id; empty if there is no such
     * account.
     *
     * @param after only ids behind this one; null for all
     */
    public Optional<Page<Transfer, UUID>> holds(UUID account, UUID after, int limit) {
        List<UUID> ids =
                HoldRow.of(account, after, limit + 1).stream().map(hold -> hold.id).toList();
        if (ids.isEmpty() && Account.findById(account) == null) {
            return Optional.empty();
        }
        return Optional.of(
                Page.of(ids, limit, Function.<UUID>identity()).with(TransferRow::transfers));
    }

    /** The ids of holds whose time is up by the database's clock, the earliest first. */
    public List<UUID> dueHolds(int limit) {
        return HoldRow.due(limit).stream().map(hold -> hold.id).toList();
    }

    /**
     * What the terms of an account have become by each change, newest first, and last its opening
     * if there was more to agree about than a name; empty if there never was such an account.
     *
     * @param before only revisions below this one
     */
    public Optional<Page<TermsRow, Long>> terms(UUID account, long before, int limit) {
        List<TermsRow> found = TermsRow.before(account, before, limit + 1);
        if (found.isEmpty() && AccountCommitRow.lastBelow(account, Long.MAX_VALUE) == null) {
            return Optional.empty();
        }
        return Optional.of(Page.of(found, limit, row -> row.revision));
    }
}
