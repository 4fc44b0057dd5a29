package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.audit.Replay.Replayed;
import dev.remit.ledger.AccountCommit;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Event;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Terms;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One walk through the whole history, commit by commit from the first one to the head, and at its
 * end a look at what is true now. What is in memory is a chunk of commits with their rows, and
 * {@value AccountStates#BYTES_PER_ACCOUNT} bytes of each account ever opened, however long the
 * history.
 *
 * <p>What it reads has to be the books at one moment: the transaction is the caller's, see {@link
 * Snapshot}.
 */
final class Audit {

    /** The letters of the events that have a transfer for their subject. */
    private static final String OF_TRANSFERS = "phr";

    private final Connection connection;
    private final int chunkSize;
    private final AuditProgress progress;
    private final Findings findings = new Findings();
    private final Chain chain;
    private final CommitRows commits;
    private final TransferRows transfers;
    private final AccountCommitRows accountCommits;
    private final TotalRows totalRows;
    private final TermsRows terms;

    /**
     * @param chunkSize how many events, or rows, are read at a time
     * @param expected heads that were kept
     */
    Audit(
            Connection connection,
            int chunkSize,
            List<Expectation> expected,
            AuditProgress progress) {
        this.connection = connection;
        this.chunkSize = chunkSize;
        this.progress = progress;
        this.chain = new Chain(expected, findings);
        this.commits = new CommitRows(connection, chunkSize);
        this.transfers = new TransferRows(connection, findings);
        this.accountCommits = new AccountCommitRows(connection, findings);
        this.totalRows = new TotalRows(connection, findings);
        this.terms = new TermsRows(connection, findings);
    }

    AuditResult run() throws SQLException, InterruptedException {
        Totals totals = Totals.read(connection);
        progress.begin(totals.transfers());
        totals.check(findings);
        AccountStates accounts = new AccountStates(totals.openings());
        Promises promises = new Promises(findings);
        Replay replay = new Replay(accounts, promises, findings);
        Currencies currencies = new Currencies(accounts, findings);
        List<CommitRow> chunk = commits.next();
        while (!chunk.isEmpty()) {
            read(chunk, accounts, replay, currencies);
            chunk = commits.next();
        }
        chain.end();
        LedgerRows.check(connection, chain.head(), findings);
        AccountsNow.check(connection, chunkSize, accounts, totals.accounts(), findings);
        promises.check(connection, chunkSize);
        findRowsNotRead(totals);
        return new AuditResult(
                totals.asOf(),
                chain.head().sequence(),
                Findings.hash(chain.head().hash()),
                totals.accounts(),
                accounts.size(),
                totals.transfers(),
                totals.balances(),
                totals.deposits(),
                totals.withdrawals(),
                findings.count(),
                findings.first());
    }

    private void read(
            List<CommitRow> chunk, AccountStates accounts, Replay replay, Currencies currencies)
            throws SQLException {
        Map<UUID, Transfer> posted = transfers.read(transfers(chunk));
        Replay.Recorded beside =
                new Replay.Recorded(
                        posted,
                        transfers.lookUp(reversed(posted.values())),
                        terms.read(chunk, accounts));
        List<Replayed> replayed =
                chunk.stream().map(commit -> replay.replay(commit, beside)).toList();
        List<Collection<AccountCommit>> done =
                replayed.stream().map(it -> AccountCommit.of(commit(it, it.events()))).toList();
        Set<Key> keys = new HashSet<>();
        done.forEach(each -> each.forEach(account -> keys.add(Key.of(account))));
        Map<Key, AccountCommitRow> recorded = accountCommits.read(keys);
        Map<Long, Map<String, TotalRows.Row>> totals =
                totalRows.read(
                        currencies.with(recorded),
                        chunk.getFirst().sequence(),
                        chunk.getLast().sequence());
        for (int i = 0; i < chunk.size(); i++) {
            CommitRow commit = chunk.get(i);
            check(replayed.get(i), done.get(i), recorded);
            currencies.check(
                    replayed.get(i), recorded, totals.getOrDefault(commit.sequence(), Map.of()));
        }
        progress.add(posted.size());
    }

    private void check(
            Replayed replayed,
            Collection<AccountCommit> done,
            Map<Key, AccountCommitRow> recorded) {
        CommitRow row = replayed.row();
        boolean isKnown = row.token() != null && row.committedAt() != null;
        if (replayed.isComplete()) {
            for (AccountCommit account : done) {
                isKnown &= check(row, account, recorded.get(Key.of(account)));
            }
        } else {
            // Nor is it known what it did to accounts, so their rows cannot be wrong.
            isKnown = false;
        }
        chain.add(row, isKnown ? commit(replayed, opened(replayed.events(), recorded)) : null);
    }

    /** Returns false if the name and currency of an account that was opened are missing. */
    private boolean check(CommitRow row, AccountCommit done, AccountCommitRow recorded) {
        if (recorded != null) {
            recorded.check(row, done, findings);
            return true;
        }
        findings.add(
                "account %s: there is no row of version %d, which commit %d made",
                done.account(), done.firstVersion(), row.sequence());
        return !done.opened();
    }

    private static Commit commit(Replayed replayed, List<Event> events) {
        CommitRow row = replayed.row();
        long committedAt = row.committedAt() == null ? 0 : row.committedAt();
        return new Commit(row.sequence(), row.token(), committedAt, events);
    }

    /** The events, with the names and currencies of the accounts that were opened. */
    private List<Event> opened(List<Event> events, Map<Key, AccountCommitRow> recorded) {
        List<Event> complete = new ArrayList<>(events.size());
        for (Event event : events) {
            complete.add(
                    event instanceof Event.Opened opened
                            ? opened(opened, recorded.get(new Key(opened.account(), 0)))
                            : event);
        }
        return complete;
    }

    private Event opened(Event.Opened event, AccountCommitRow row) {
        Terms terms = event.terms();
        if (!terms.isUsual() && !Objects.equals(terms.name(), row.name())) {
            findings.add(
                    "account %s: it was opened with one name, and has another in its terms",
                    event.account());
        }
        return new Event.Opened(
                event.account(),
                new Terms(row.name(), terms.overdraft(), terms.frozen(), terms.metadata()),
                Currency.orDefault(row.currency()),
                event.actor());
    }

    /** What some of the transfers reverse. */
    private static Set<UUID> reversed(Collection<Transfer> transfers) {
        return transfers.stream()
                .filter(it -> it != null && it.kind() == Kind.REVERSAL)
                .map(Transfer::related)
                .collect(Collectors.toSet());
    }

    private static List<UUID> transfers(List<CommitRow> chunk) {
        List<UUID> ids = new ArrayList<>();
        for (CommitRow commit : chunk) {
            for (int i = 0; i < commit.length(); i++) {
                if (OF_TRANSFERS.indexOf(commit.events().charAt(i)) >= 0) {
                    ids.add(commit.subjects()[i]);
                }
            }
        }
        return ids;
    }

    private void findRowsNotRead(Totals totals) throws SQLException, InterruptedException {
        isMissed("commits", totals.commits(), commits.rows());
        isMissed("totals", totals.totals(), totalRows.rows());
        isMissed("account_terms", totals.terms(), terms.rows());
        if (isMissed("transfers", totals.transfers(), transfers.rows())) {
            Strays.nameTransfers(connection, chunkSize, findings);
        }
        if (isMissed("account_commits", totals.accountCommits(), accountCommits.rows())) {
            Strays.nameAccountCommits(connection, chunkSize, findings);
        }
    }

    private boolean isMissed(String table, long counted, long read) {
        if (counted != read) {
            findings.add(
                    "%s: it has %d rows, but the commits lead to %d of them", table, counted, read);
        }
        return counted != read;
    }
}
