package dev.remit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One side of a posting: a link in the chain of that account.
 *
 * @param balance of the account after the posting
 * @param incoming whether the account receives
 * @param counterparty null for a deposit or withdrawal
 */
record Link(
        UUID account,
        long version,
        UUID transfer,
        long balance,
        boolean incoming,
        UUID counterparty,
        long amount,
        Instant createdAt) {

    /** All sides that pay, by account and version. */
    static final PagedQuery<Link> PAYING = along("from", "to", false);

    /** All sides that receive, by account and version. */
    static final PagedQuery<Link> RECEIVING = along("to", "from", true);

    /**
     * What belongs into no chain, or cannot be checked there, because there is nothing in a column.
     */
    static final String INCOMPLETE =
            """
            amount IS NULL OR created_at IS NULL OR (from_account IS NULL AND to_account IS NULL)
            OR (from_account IS NULL) <> (from_version IS NULL)
            OR (from_account IS NULL) <> (from_balance IS NULL)
            OR (to_account IS NULL) <> (to_version IS NULL)
            OR (to_account IS NULL) <> (to_balance IS NULL)""";

    /**
     * Along the unique index of that side. The id makes the order a total one even if the index is
     * not unique any more, so that no page begins behind a duplicate.
     */
    private static PagedQuery<Link> along(String side, String other, boolean incoming) {
        String select =
                """
                SELECT side_account, side_version, id, side_balance, other_account, amount,
                       created_at
                FROM transfers WHERE side_account IS NOT NULL AND side_version IS NOT NULL""";
        String order = " ORDER BY side_account, side_version, id LIMIT ?";
        String next = select + " AND (side_account, side_version, id) > (?, ?, ?)" + order;
        return new PagedQuery<>(
                sides(select + order, side, other),
                sides(next, side, other),
                3,
                row -> read(row, incoming));
    }

    private static String sides(String sql, String side, String other) {
        return sql.replace("side_", side + "_").replace("other_", other + "_");
    }

    /** Returns null for an incomplete row. */
    private static Link read(ResultSet row, boolean incoming) throws SQLException {
        Long balance = row.getObject(4, Long.class);
        Long amount = row.getObject(6, Long.class);
        Instant createdAt = PagedQuery.instant(row, 7);
        return balance == null || amount == null || createdAt == null
                ? null
                : new Link(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getObject(3, UUID.class),
                        balance,
                        incoming,
                        row.getObject(5, UUID.class),
                        amount,
                        createdAt);
    }

    /** What the posting adds to the account's balance. */
    long change() {
        return incoming ? amount : -amount;
    }

    boolean isDeposit() {
        return incoming && counterparty == null;
    }

    /** Whether what concerns the whole posting is to be said here: of two sides, at the payer's. */
    boolean isSpeaker() {
        return !incoming || counterparty == null;
    }
}
