package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the commits have recorded of each account. */
final class AccountCommitRows {

    private static final String BY_KEY =
            "SELECT "
                    + AccountCommitRow.COLUMNS
                    + """
                     FROM ROWS FROM (unnest(?::uuid[]), unnest(?::int8[])) AS wanted (id, version)
                    JOIN account_commits ON account = wanted.id AND first_version = wanted.version""";

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
        try (PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
            statement.setArray(
                    1, connection.createArrayOf("uuid", keys.stream().map(Key::account).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int8", keys.stream().map(Key::firstVersion).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    add(found, AccountCommitRow.read(row));
                }
            }
        }
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
