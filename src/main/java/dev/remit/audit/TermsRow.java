package dev.remit.audit;

import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.ledger.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of {@code account_terms}, whatever is in it: all but the key may be null.
 *
 * @param committedAt microseconds since 1970-01-01T00:00Z
 */
record TermsRow(
        Key key,
        String name,
        Long overdraft,
        String frozen,
        String metadata,
        Long sequence,
        Long committedAt) {

    record Key(UUID account, long revision) {}

    static final String COLUMNS =
            "account, revision, name, overdraft, frozen, metadata, sequence, committed_at";

    static TermsRow read(ResultSet row) throws SQLException {
        return new TermsRow(
                new Key(Columns.uuid(row, 1), row.getLong(2)),
                row.getString(3),
                Columns.number(row, 4),
                row.getString(5),
                row.getString(6),
                Columns.number(row, 7),
                Columns.micros(row, 8));
    }

    /** Tells what is not as the commit makes it. */
    void check(CommitRow commit, Findings findings) {
        if (!Long.valueOf(commit.sequence()).equals(sequence)) {
            findings.add(
                    "account %s: its terms of revision %d have the sequence %d, but commit %d made them",
                    key.account(), key.revision(), sequence, commit.sequence());
        }
        if (!Objects.equals(committedAt, commit.committedAt())) {
            findings.add(
                    "account %s: its terms of revision %d are dated %s, but commit %d, which made them, %s",
                    key.account(),
                    key.revision(),
                    Findings.time(committedAt),
                    commit.sequence(),
                    Findings.time(commit.committedAt()));
        }
    }

    /** Null if there are no such terms; that is told. */
    Terms terms(Findings findings) {
        try {
            return new Terms(name, allowed(), Frozen.parse(frozen), metadata);
        } catch (IllegalArgumentException e) {
            findings.add(
                    "account %s: its terms of revision %d cannot be: %s",
                    key.account(), key.revision(), e.getMessage());
            return null;
        }
    }

    private long allowed() {
        if (overdraft == null) {
            return 0;
        }
        if (overdraft < 1 || overdraft > Money.MAX) {
            throw new IllegalArgumentException("an overdraft of " + overdraft);
        }
        return overdraft;
    }
}
