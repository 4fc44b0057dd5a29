package dev.remit.store;

import dev.remit.ledger.Command;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Terms;
import dev.remit.ledger.Transfer;
import dev.remit.store.AccountCommitRow.Step;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Reads the whole journal, a page at a time and each in a short transaction of its own. All the
 * same it is read as of one moment, a commit's: what is in a journal never changes, so whatever is
 * younger than that commit is left out, and nothing has to be held open meanwhile.
 *
 * <p>See {@link TransferPages} and {@link AccountPages}.
 */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
public class JournalReader {

    /** How many transfers, or rows of {@code account_commits}, are read at a time. */
    static final int PAGE = 1_000;

    /** How many commits: with a thousand transfers in each their ids are three megabytes. */
    private static final int COMMITS = 100;

    /**
     * @param transfers that some commits posted, in order
     * @param last sequence of those commits
     */
    record Posted(List<UUID> transfers, long last) {}

    /**
     * @param accounts some, in order of id
     * @param last where to go on; null if there is nothing more
     */
    record Accounts(List<AccountAsOf> accounts, UUID last) {}

    /** The last commit before a time; 0 if there is none. */
    public long lastBefore(Instant time) {
        return CommitTime.lastBefore(time, CommitTime.last());
    }

    /** What the next commits posted, up to the last one that is wanted. */
    Posted posted(long after, long last) {
        List<CommitRow.Events> commits = CommitRow.between(after, last, COMMITS);
        return new Posted(
                commits.stream().flatMap(commit -> commit.transfers().stream()).toList(),
                commits.isEmpty() ? last : commits.getLast().sequence());
    }

    /** These, in this order. */
    List<Transfer> transfers(List<UUID> ids) {
        return TransferRow.transfers(ids);
    }

    /**
     * The next accounts as they were after a commit. They are read row by row along the key of the
     * journal, but of one that has more rows than a page, only its first and its last ones.
     */
    Accounts accounts(UUID after, long asOf) {
        List<Step> rows = AccountCommitRow.after(after, PAGE);
        Map<UUID, List<Step>> lives = new LinkedHashMap<>();
        for (Step row : rows) {
            if (row.sequence() <= asOf) {
                lives.computeIfAbsent(row.account(), first -> new ArrayList<>()).add(row);
            }
        }
        UUID last = rows.size() < PAGE ? null : rows.getLast().account();
        if (lives.containsKey(last)) {
            lives.get(last).add(AccountCommitRow.lastUntil(last, asOf));
        }
        return new Accounts(accounts(lives, asOf), last);
    }

    /** Behind everything that has happened by now. */
    public EventPlace end() {
        return EventPlace.behind(CommitTime.last());
    }

    /**
     * What has happened, in the ledger's one order. Nothing is missed and nothing comes twice,
     * whatever is committed meanwhile: commits are numbered without gaps, none is seen before all
     * earlier ones are, and none is ever changed.
     *
     * @param after only what is behind this place, whether something is there or not
     */
    public Page<RecordedEvent, EventPlace> events(EventFilter filter, EventPlace after, int limit) {
        // One more than asked for tells whether there is another page.
        int chunkSize = filter.isPicky() ? Page.CHUNK : limit + 1;
        List<RecordedEvent> found = new ArrayList<>();
        EventPlace last = after;
        for (int read = 0; read < Page.MOST_ROWS; read += chunkSize) {
            List<EventLine> chunk = CommitRow.after(last, chunkSize);
            for (RecordedEvent event :
                    EventContents.of(chunk.stream().filter(filter::mayMatch).toList())) {
                if (filter.matches(event.event())) {
                    if (found.size() == limit) {
                        return new Page<>(found, found.getLast().place());
                    }
                    found.add(event);
                }
            }
            if (chunk.size() < chunkSize) {
                return new Page<>(found, null);
            }
            last = chunk.getLast().place();
        }
        return new Page<>(found, last);
    }

    /**
     * The last events before a place, newest first.
     *
     * @param before null for the last ones that there are
     */
    public Page<RecordedEvent, EventPlace> eventsBefore(EventPlace before, int limit) {
        EventPlace end = before == null ? EventPlace.behind(CommitTime.last()) : before;
        // One more than asked for tells whether there is another page.
        return Page.of(CommitRow.before(end, limit + 1), limit, EventLine::place)
                .with(lines -> EventContents.of(lines.reversed()).reversed());
    }

    /** Who asked for a transfer that a commit has posted; empty if nobody was named. */
    public Optional<String> actor(long sequence, UUID transfer) {
        return CommitRow.<CommitRow>findByIdOptional(sequence)
                .map(commit -> commit.actorOf(transfer));
    }

    private static List<AccountAsOf> accounts(Map<UUID, List<Step>> lives, long asOf) {
        List<UUID> deposits =
                lives.values().stream()
                        .map(List::getFirst)
                        .filter(opening -> opening.lastVersion() > 0)
                        .map(opening -> Command.Open.depositOf(opening.account()))
                        .toList();
        Map<UUID, Long> amounts =
                TransferRow.of(deposits).stream()
                        .collect(Collectors.toMap(row -> row.id, row -> row.amount));
        Map<UUID, Terms> terms = new HashMap<>();
        TermsRow.until(lives.keySet(), asOf).forEach(row -> terms.put(row.account, row.terms()));
        return lives.values().stream()
                .map(
                        life -> {
                            Step opening = life.getFirst();
                            UUID id = opening.account();
                            return account(
                                    opening,
                                    life.getLast(),
                                    terms.getOrDefault(id, Terms.named(opening.name())),
                                    amounts.getOrDefault(Command.Open.depositOf(id), 0L));
                        })
                .toList();
    }

    private static AccountAsOf account(Step opening, Step last, Terms terms, long openingBalance) {
        return new AccountAsOf(
                opening.account(),
                terms,
                Currency.orDefault(opening.currency()),
                opening.committedAt(),
                openingBalance,
                last.balance(),
                last.lastVersion(),
                last.closed());
    }
}
