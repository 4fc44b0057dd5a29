package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the commits have recorded of each account. */
final class AccountCommitRows {

    private static final KeyedQuery<AccountCommitRow> BY_KEY =
            KeyedQuery.of(
                    "account_commits",
                    "first_version",
                    AccountCommitRow.COLUMNS,
                    AccountCommitRow::read);

    private final Connection connection;
    private final Findings findings;
    private long rows;

    AccountCommitRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Those that there are. */
    Map<Key, AccountCommitRow> read(Set<Key> keys) throws SQLException {
        Map<Key, AccountCommitRow> found = HashMap.newHashMap(keys.size());
        BY_KEY.read(
                        connection,
                        keys.stream().map(Key::account),
                        keys.stream().mapToLong(Key::firstVersion))
                .forEach(row -> add(found, row));
        return found;
    }

    private void add(Map<Key, AccountCommitRow> found, AccountCommitRow row) {
        rows++;
        if (found.put(row.key(), row) != null) {
            findings.add(
                    "account %s: it has more than one row of version %d",
                    row.key().account(), row.key().firstVersion());
        }
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }
}
