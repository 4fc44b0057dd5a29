package dev.remit.audit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Names the rows that no commit tells of. It takes another walk through the tables, and is asked
 * for only when a count has shown that there are some.
 */
final class Strays {

    private static final String TRANSFERS =
            """
            SELECT t.id, (t.id = ANY (c.subjects)) IS TRUE
            FROM transfers t LEFT JOIN commits c ON c.sequence = t.sequence\s""";

    /** A row is of the commit that opened or closed the account, or posted its first transfer. */
    private static final String ACCOUNT_COMMITS =
            """
            SELECT a.account, a.first_version, (CASE
                WHEN array_length(a.transfers, 1) IS NULL OR a.first_version = 0
                    THEN a.account = ANY (c.subjects)
                WHEN t.from_account = a.account
                    THEN t.from_version = a.first_version AND t.id = ANY (c.subjects)
                WHEN t.to_account = a.account
                    THEN t.to_version = a.first_version AND t.id = ANY (c.subjects)
                ELSE false END) IS TRUE
            FROM account_commits a LEFT JOIN commits c ON c.sequence = a.sequence
            LEFT JOIN transfers t ON t.id = a.transfers[1]\s""";

    private Strays() {}

    static void nameTransfers(Connection connection, int pageSize, Findings findings)
            throws SQLException, InterruptedException {
        name(
                connection,
                new PagedQuery<>(
                        TRANSFERS + "ORDER BY t.id LIMIT ?",
                        TRANSFERS + "WHERE t.id > ? ORDER BY t.id LIMIT ?",
                        1,
                        row ->
                                row.getBoolean(2)
                                        ? null
                                        : "transfer %s: no commit tells of it"
                                                .formatted(row.getString(1))),
                pageSize,
                findings);
    }

    static void nameAccountCommits(Connection connection, int pageSize, Findings findings)
            throws SQLException, InterruptedException {
        String order = "ORDER BY a.account, a.first_version LIMIT ?";
        name(
                connection,
                new PagedQuery<>(
                        ACCOUNT_COMMITS + order,
                        ACCOUNT_COMMITS + "WHERE (a.account, a.first_version) > (?, ?) " + order,
                        2,
                        row ->
                                row.getBoolean(3)
                                        ? null
                                        : "account %s: no commit tells of its row of version %d"
                                                .formatted(row.getString(1), row.getLong(2))),
                pageSize,
                findings);
    }

    private static void name(
            Connection connection, PagedQuery<String> query, int pageSize, Findings findings)
            throws SQLException, InterruptedException {
        Pages<String> strays = new Pages<>(connection, query, pageSize);
        while (!findings.isFull() && strays.head() != null) {
            findings.add("%s", strays.take());
        }
    }
}
