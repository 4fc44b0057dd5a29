package dev.remit.store;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    public Ledger head() {
        return Ledger.findById(Ledger.MAIN);
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
        long last = Ledger.last();
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

    /** The ids of holds whose time is up by then, the earliest first. */
    public List<UUID> dueHolds(Instant time, int limit) {
        return HoldRow.due(time, limit).stream().map(hold -> hold.id).toList();
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

    /**
     * The account's transfers, newest first; empty if there never was such an account. A closed one
     * keeps its history.
     *
     * @param before only versions below this one
     */
    public Optional<Page<Transfer, Long>> history(
            UUID account, HistoryFilter filter, long before, int limit) {
        AccountCommitRow newest = AccountCommitRow.lastBelow(account, before);
        if (newest == null) {
            return Optional.empty();
        }
        long end = Math.min(newest.lastVersion + 1, before);
        if (filter.to() != null) {
            end = Math.min(end, standing(account, filter.to()).version() + 1);
        }
        return Optional.of(page(account, filter, end, limit));
    }

    /**
     * What there is to say of an account and a period before any entry is read; empty if there
     * never was such an account.
     *
     * @param from null for the account's opening
     * @param to not before {@code from}
     */
    public Optional<Statement> statement(UUID account, Instant from, Instant to) {
        AccountCommitRow opening = AccountCommitRow.first(account);
        if (opening == null) {
            return Optional.empty();
        }
        Instant start = from == null ? earlier(opening.committedAt, to) : from;
        long head = Ledger.last();
        long last = CommitTime.lastBefore(to, head);
        return Optional.of(
                new Statement(
                        account,
                        opening.name,
                        Currency.parse(Currency.orDefault(opening.currency)),
                        start,
                        to,
                        standing(account, start),
                        standing(account, to),
                        CommitTime.lastBefore(start, head) + 1,
                        last,
                        CommitTime.hash(last)));
    }

    /**
     * Some of the transfers that made an account's versions, oldest first: the first {@link
     * Page#CHUNK} of those that are wanted. They never change, so that one call after the other
     * reads one consistent thing.
     *
     * @param after the first one makes the version after this one
     * @param until the last one makes this version, which the account has
     */
    public List<Transfer> entries(UUID account, long after, long until) {
        return versions(account, after + 1, Math.min(until, after + Page.CHUNK));
    }

    /** Nothing is dated between the two times. */
    private static Statement.Standing standing(UUID account, Instant before) {
        AccountCommitRow.Balance last =
                AccountCommitRow.at(account, before.minus(1, ChronoUnit.MICROS));
        return last == null
                ? Statement.Standing.NOTHING
                : new Statement.Standing(last.balance(), last.lastVersion());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Versions have no gaps and begin at 1. */
    private static Page<Transfer, Long> page(
            UUID account, HistoryFilter filter, long before, int limit) {
        int chunkSize = filter.isPicky() ? Page.CHUNK : limit;
        List<Transfer> found = new ArrayList<>();
        long next = before;
        for (int read = 0; next > 1 && read < Page.MOST_ROWS; read += chunkSize) {
            for (Transfer transfer :
                    versions(account, Math.max(1, next - chunkSize), next - 1).reversed()) {
                if (filter.isTooOld(transfer)) {
                    return new Page<>(found, null);
                }
                next--;
                if (filter.matches(account, transfer)) {
                    found.add(transfer);
                    if (found.size() == limit) {
                        return new Page<>(found, next > 1 ? next : null);
                    }
                }
            }
        }
        return new Page<>(found, next > 1 ? next : null);
    }

    /** Those that made the account's versions in a range, oldest first. */
    private static List<Transfer> versions(UUID account, long first, long last) {
        return TransferRow.transfers(
                AccountCommitRow.covering(account, first, last).stream()
                        .flatMap(row -> row.transfers(first, last).stream())
                        .toList());
    }
}
