package dev.remit.audit;

import dev.remit.ledger.AccountCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of {@code account_commits}, whatever is in it: all but the key may be null.
 *
 * @param committedAt microseconds since 1970-01-01T00:00Z
 */
record AccountCommitRow(
        Key key,
        Long lastVersion,
        Long balance,
        Long sequence,
        Long committedAt,
        UUID[] transfers,
        String name,
        String currency,
        Boolean closed) {

    record Key(UUID account, long firstVersion) {

        static Key of(AccountCommit done) {
            return new Key(done.account(), done.firstVersion());
        }
    }

    static final String COLUMNS =
            """
            account, first_version, last_version, balance, sequence, committed_at, transfers, name,
            currency, closed""";

    static AccountCommitRow read(ResultSet row) throws SQLException {
        return new AccountCommitRow(
                new Key(Columns.uuid(row, 1), row.getLong(2)),
                Columns.number(row, 3),
                Columns.number(row, 4),
                Columns.number(row, 5),
                Columns.micros(row, 6),
                Columns.uuids(row, 7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, Boolean.class));
    }

    /** Tells each column that is not as the commit makes it. */
    void check(CommitRow commit, AccountCommit done, Findings findings) {
        check("last_version", lastVersion, done.lastVersion(), commit, findings);
        check("balance", balance, done.balance(), commit, findings);
        check("sequence", sequence, commit.sequence(), commit, findings);
        check("closed", closed, done.closed(), commit, findings);
        if (!Objects.equals(committedAt, commit.committedAt())) {
            check(
                    "committed_at",
                    Findings.time(committedAt),
                    Findings.time(commit.committedAt()),
                    commit,
                    findings);
        }
        if (transfers == null || !Arrays.asList(transfers).equals(done.transfers())) {
            findings.add(
                    "account %s: the transfers in its row of version %d are not those of commit %d, in their order",
                    key.account(), key.firstVersion(), commit.sequence());
        }
        if (name != null && !done.opened()) {
            findings.add(
                    "account %s: its row of version %d has a name, but commit %d did not open it",
                    key.account(), key.firstVersion(), commit.sequence());
        }
        if (currency != null && !done.opened()) {
            findings.add(
                    "account %s: its row of version %d has a currency, but commit %d did not open it",
                    key.account(), key.firstVersion(), commit.sequence());
        }
    }

    private void check(
            String column, Object actual, Object expected, CommitRow commit, Findings findings) {
        if (!expected.equals(actual)) {
            findings.add(
                    "account %s: its row of version %d has %s = %s, but commit %d makes it %s",
                    key.account(), key.firstVersion(), column, actual, commit.sequence(), expected);
        }
    }
}
