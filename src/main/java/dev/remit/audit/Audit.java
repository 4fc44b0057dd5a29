package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.audit.Replay.Replayed;
import dev.remit.ledger.AccountCommit;
import dev.remit.ledger.Commit;
import dev.remit.ledger.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One walk through the whole history, commit by commit from the first one to the head, and at its
 * end a look at what is true now. What is in memory is a chunk of commits with their rows, and
 * {@value AccountStates#BYTES_PER_ACCOUNT} bytes of each account ever opened, however long the
 * history, and the few that are under terms, watched, held or reversed.
 *
 * <p>What it reads has to be the books at one moment: the transaction is the caller's, see {@link
 * Snapshot}.
 */
final class Audit {

    private final Connection connection;
    private final int chunkSize;
    private final AuditProgress progress;
    private final Findings findings = new Findings();
    private final Chain chain;
    private final Tables tables;
    private final Openings openings;

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
        this.tables = new Tables(connection, chunkSize, findings);
        this.openings = new Openings(findings);
    }

    AuditResult run() throws SQLException, InterruptedException {
        Totals totals = Totals.read(connection);
        progress.begin(totals.transfers());
        totals.check(findings);
        AccountStates accounts = new AccountStates(totals.openings());
        Promises promises = new Promises(findings);
        MonitorEvents monitors = new MonitorEvents(accounts, findings);
        Replay replay = new Replay(accounts, promises, monitors, findings);
        Currencies currencies = new Currencies(accounts, findings);
        List<CommitRow> chunk = tables.commits();
        while (!chunk.isEmpty()) {
            read(chunk, accounts, replay, currencies);
            chunk = tables.commits();
        }
        chain.end();
        monitors.end();
        LedgerRows.check(connection, chain.head(), findings);
        AccountsNow.check(connection, chunkSize, accounts, totals.accounts(), findings);
        HoldsNow.check(connection, chunkSize, promises.open(), totals.holds(), findings);
        tables.findOthers(totals);
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
        Replay.Recorded beside = tables.recorded(chunk, accounts);
        List<Replayed> replayed =
                chunk.stream().map(commit -> replay.replay(commit, beside)).toList();
        List<Collection<AccountCommit>> done =
                replayed.stream().map(it -> AccountCommit.of(commit(it, it.events()))).toList();
        Set<Key> keys = new HashSet<>();
        done.forEach(each -> each.forEach(account -> keys.add(Key.of(account))));
        Map<Key, AccountCommitRow> recorded = tables.accountCommits(keys);
        Map<Long, Map<String, TotalRows.Row>> totals =
                tables.totals(currencies.with(recorded), chunk);
        for (int i = 0; i < chunk.size(); i++) {
            CommitRow commit = chunk.get(i);
            check(replayed.get(i), done.get(i), recorded);
            currencies.check(
                    replayed.get(i), recorded, totals.getOrDefault(commit.sequence(), Map.of()));
        }
        progress.add(beside.transfers().size());
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
        chain.add(
                row,
                isKnown ? commit(replayed, openings.complete(replayed.events(), recorded)) : null);
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
}
