package dev.remit.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What the database counts and adds up by itself, whether a commit tells of it or not.
 *
 * @param openings the rows of {@code account_commits} in which an account was opened: how many
 *     accounts there ever were
 */
record Totals(
        Instant asOf,
        long accounts,
        BigInteger balances,
        long transfers,
        BigInteger deposits,
        BigInteger withdrawals,
        long accountCommits,
        long openings,
        long commits,
        long totals,
        long terms,
        long holds,
        long monitors) {

    private static final String ACCOUNTS = "SELECT now(), count(*), sum(balance) FROM accounts";

    /** Of what is held, or not any more, nothing has moved. */
    private static final String TRANSFERS =
            """
            SELECT count(*),
                   sum(amount) FILTER (WHERE from_account IS NULL),
                   sum(amount) FILTER (WHERE to_account IS NULL
                       AND coalesce(kind, '') NOT IN ('hold', 'void', 'expiry'))
            FROM transfers""";

    private static final String ACCOUNT_COMMITS =
            "SELECT count(*), count(*) FILTER (WHERE first_version = 0) FROM account_commits";

    private static final String COMMITS =
            """
            SELECT (SELECT count(*) FROM commits), (SELECT count(*) FROM totals),
                   (SELECT count(*) FROM account_terms), (SELECT count(*) FROM holds),
                   (SELECT count(*) FROM monitors)""";

    static Totals read(Connection connection) throws SQLException {
        try (Statement first = connection.createStatement();
                Statement second = connection.createStatement();
                Statement third = connection.createStatement();
                Statement fourth = connection.createStatement();
                ResultSet accounts = first.executeQuery(ACCOUNTS);
                ResultSet transfers = second.executeQuery(TRANSFERS);
                ResultSet accountCommits = third.executeQuery(ACCOUNT_COMMITS);
                ResultSet commits = fourth.executeQuery(COMMITS)) {
            accounts.next();
            transfers.next();
            accountCommits.next();
            commits.next();
            return new Totals(
                    accounts.getObject(1, OffsetDateTime.class).toInstant(),
                    accounts.getLong(2),
                    sum(accounts, 3),
                    transfers.getLong(1),
                    sum(transfers, 2),
                    sum(transfers, 3),
                    accountCommits.getLong(1),
                    accountCommits.getLong(2),
                    commits.getLong(1),
                    commits.getLong(2),
                    commits.getLong(3),
                    commits.getLong(4),
                    commits.getLong(5));
        }
    }

    void check(Findings findings) {
        BigInteger expected = deposits.subtract(withdrawals);
        if (!balances.equals(expected)) {
            findings.add(
                    "all accounts together hold %d, but %d were paid in and %d paid out, which leaves %d",
                    balances, deposits, withdrawals, expected);
        }
    }

    private static BigInteger sum(ResultSet row, int column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum == null ? BigInteger.ZERO : sum.toBigIntegerExact();
    }
}
