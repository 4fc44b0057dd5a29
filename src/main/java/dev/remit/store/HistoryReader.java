package dev.remit.store;

import dev.remit.ledger.Currency;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Reads what an account has seen, whether it is open or not. */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class HistoryReader {

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
        long head = CommitTime.last();
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
