package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The tables that commits write to: reads the rows that a commit tells of, and knows in the end
 * whether there are others.
 */
final class Tables {

    /** The letters of the events that have a transfer for their subject. */
    private static final String OF_TRANSFERS = "phr";

    /** The letter of those of which a monitor has come. */
    private static final String CREATED = "m";

    private final Connection connection;
    private final int pageSize;
    private final Findings findings;
    private final CommitRows commits;
    private final TransferRows transfers;
    private final AccountCommitRows accountCommits;
    private final TermsRows terms;
    private final TotalRows totals;
    private final MonitorRows monitors;

    /**
     * @param pageSize how many events, or rows, are read at a time
     */
    Tables(Connection connection, int pageSize, Findings findings) {
        this.connection = connection;
        this.pageSize = pageSize;
        this.findings = findings;
        this.commits = new CommitRows(connection, pageSize);
        this.transfers = new TransferRows(connection, findings);
        this.accountCommits = new AccountCommitRows(connection, findings);
        this.terms = new TermsRows(connection, findings);
        this.totals = new TotalRows(connection, findings);
        this.monitors = new MonitorRows(connection, findings);
    }

    /** The next commits; none at the end. */
    List<CommitRow> commits() throws SQLException, InterruptedException {
        return commits.next();
    }

    /**
     * What some commits have to be replayed with.
     *
     * @param accounts where they stand before these commits
     */
    Replay.Recorded recorded(List<CommitRow> chunk, AccountStates accounts) throws SQLException {
        Map<UUID, Transfer> posted = transfers.read(subjects(chunk, OF_TRANSFERS));
        return new Replay.Recorded(
                posted,
                transfers.lookUp(reversed(posted.values())),
                terms.read(chunk, accounts),
                monitors.read(subjects(chunk, CREATED)));
    }

    private static List<UUID> subjects(List<CommitRow> chunk, String letters) {
        List<UUID> ids = new ArrayList<>();
        for (CommitRow commit : chunk) {
            for (int i = 0; i < commit.length(); i++) {
                if (letters.indexOf(commit.events().charAt(i)) >= 0) {
                    ids.add(commit.subjects()[i]);
                }
            }
        }
        return ids;
    }

    /** What some of the transfers reverse. */
    private static Set<UUID> reversed(Collection<Transfer> transfers) {
        return transfers.stream()
                .filter(it -> it != null && it.kind() == Kind.REVERSAL)
                .map(Transfer::related)
                .collect(Collectors.toSet());
    }

    Map<Key, AccountCommitRow> accountCommits(Set<Key> keys) throws SQLException {
        return accountCommits.read(keys);
    }

    /** Those of some commits, by sequence and currency. */
    Map<Long, Map<String, TotalRows.Row>> totals(
            Collection<String> currencies, List<CommitRow> chunk) throws SQLException {
        return totals.read(currencies, chunk.getFirst().sequence(), chunk.getLast().sequence());
    }

    /** Tells of the rows that no commit has led to. */
    void findOthers(Totals counted) throws SQLException, InterruptedException {
        hasOthers("commits", counted.commits(), commits.rows());
        hasOthers("totals", counted.totals(), totals.rows());
        hasOthers("account_terms", counted.terms(), terms.rows());
        hasOthers("monitors", counted.monitors(), monitors.rows());
        if (hasOthers("transfers", counted.transfers(), transfers.rows())) {
            Strays.nameTransfers(connection, pageSize, findings);
        }
        if (hasOthers("account_commits", counted.accountCommits(), accountCommits.rows())) {
            Strays.nameAccountCommits(connection, pageSize, findings);
        }
    }

    private boolean hasOthers(String table, long counted, long read) {
        if (counted != read) {
            findings.add(
                    "%s: it has %d rows, but the commits lead to %d of them", table, counted, read);
        }
        return counted != read;
    }
}
