package dev.remit.audit;

import dev.remit.audit.TermsRow.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The terms that commits have recorded of accounts. */
final class TermsRows {

    private static final KeyedQuery<TermsRow> BY_KEY =
            KeyedQuery.of("account_terms", "revision", TermsRow.COLUMNS, TermsRow::read);

    private final Connection connection;
    private final Findings findings;
    private long rows;

    TermsRows(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /**
     * Those of the openings and changes of some commits, as far as there are any.
     *
     * @param accounts where they stand before these commits
     */
    Map<Key, TermsRow> read(List<CommitRow> commits, AccountStates accounts) throws SQLException {
        Set<Key> keys = keys(commits, accounts);
        Map<Key, TermsRow> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        BY_KEY.read(
                        connection,
                        keys.stream().map(Key::account),
                        keys.stream().mapToLong(Key::revision))
                .forEach(row -> add(found, row));
        return found;
    }

    /** Revisions have no gaps, so it is known which they are before anything is read. */
    private static Set<Key> keys(List<CommitRow> commits, AccountStates accounts) {
        Set<Key> keys = new LinkedHashSet<>();
        Map<UUID, Long> revisions = new HashMap<>();
        for (CommitRow commit : commits) {
            for (int i = 0; i < commit.length(); i++) {
                UUID account = commit.subjects()[i];
                char letter = commit.events().charAt(i);
                if (account != null && letter == 'o') {
                    keys.add(new Key(account, 0));
                } else if (account != null && letter == 't') {
                    long revision =
                            revisions.getOrDefault(account, accounts.standing(account).revision());
                    revisions.put(account, revision + 1);
                    keys.add(new Key(account, revision + 1));
                }
            }
        }
        return keys;
    }

    private void add(Map<Key, TermsRow> found, TermsRow row) {
        rows++;
        if (found.put(row.key(), row) != null) {
            findings.add(
                    "account %s: it has more than one row of terms of revision %d",
                    row.key().account(), row.key().revision());
        }
    }

    /** How many were read so far. */
    long rows() {
        return rows;
    }
}
