package dev.remit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What an account says about itself.
 *
 * @param opening the id of the deposit that it was opened with, if it was opened with one
 */
record AccountRow(
        UUID id, long balance, long version, Instant createdAt, Instant postedAt, UUID opening) {

    private static final String SELECT =
            "SELECT id, balance, version, created_at, posted_at, opening FROM accounts";

    /** Along the primary key. */
    static final PagedQuery<AccountRow> ALL =
            new PagedQuery<>(
                    SELECT + " ORDER BY id LIMIT ?",
                    SELECT + " WHERE id > ? ORDER BY id LIMIT ?",
                    1,
                    AccountRow::read);

    /** What cannot be checked any further, because there is nothing in a column. */
    static final String INCOMPLETE =
            "balance IS NULL OR version IS NULL OR created_at IS NULL OR posted_at IS NULL";

    /** Returns null for an incomplete row. */
    private static AccountRow read(ResultSet row) throws SQLException {
        Long balance = row.getObject(2, Long.class);
        Long version = row.getObject(3, Long.class);
        Instant createdAt = PagedQuery.instant(row, 4);
        Instant postedAt = PagedQuery.instant(row, 5);
        return balance == null || version == null || createdAt == null || postedAt == null
                ? null
                : new AccountRow(
                        row.getObject(1, UUID.class),
                        balance,
                        version,
                        createdAt,
                        postedAt,
                        row.getObject(6, UUID.class));
    }
}
