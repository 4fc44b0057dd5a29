package dev.remit.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * What the database counts and adds up by itself, from the tables: not along the indexes by which
 * the chains are read.
 *
 * @param paying the postings that have a place in the chain of a sender
 * @param receiving the postings that have a place in the chain of a receiver
 * @param incomplete the rows, of either table, that lack something
 */
record Totals(
        Instant asOf,
        long accounts,
        BigInteger balances,
        long postings,
        long paying,
        long receiving,
        BigInteger deposits,
        BigInteger withdrawals,
        long incomplete) {

    private static final String ACCOUNTS =
            "SELECT now(), count(*), sum(balance), count(*) FILTER (WHERE "
                    + AccountRow.INCOMPLETE
                    + ") FROM accounts";

    private static final String TRANSFERS =
            """
            SELECT count(*),
                   count(*) FILTER (WHERE from_account IS NOT NULL AND from_version IS NOT NULL),
                   count(*) FILTER (WHERE to_account IS NOT NULL AND to_version IS NOT NULL),
                   sum(amount) FILTER (WHERE from_account IS NULL),
                   sum(amount) FILTER (WHERE to_account IS NULL),
                   count(*) FILTER (WHERE\s"""
                    + Link.INCOMPLETE
                    + ") FROM transfers";

    static Totals read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                Statement other = connection.createStatement();
                ResultSet accounts = statement.executeQuery(ACCOUNTS);
                ResultSet transfers = other.executeQuery(TRANSFERS)) {
            accounts.next();
            transfers.next();
            return new Totals(
                    PagedQuery.instant(accounts, 1),
                    accounts.getLong(2),
                    sum(accounts, 3),
                    transfers.getLong(1),
                    transfers.getLong(2),
                    transfers.getLong(3),
                    sum(transfers, 4),
                    sum(transfers, 5),
                    accounts.getLong(4) + transfers.getLong(6));
        }
    }

    /** How many links there are in all chains together. */
    long sides() {
        return paying + receiving;
    }

    void check(Findings findings) {
        BigInteger expected = deposits.subtract(withdrawals);
        if (!balances.equals(expected)) {
            findings.add(
                    "all accounts together hold %d, but %d were paid in and %d paid out, which leaves %d",
                    balances, deposits, withdrawals, expected);
        }
    }

    /** The chains have led to so many rows. What they missed, the indexes have lost. */
    void checkRead(long accountsRead, long payingRead, long receivingRead, Findings findings) {
        check("accounts", "accounts_pkey", accounts, accountsRead, findings);
        check("postings with a sender", "transfers_from_version", paying, payingRead, findings);
        check(
                "postings with a receiver",
                "transfers_to_version",
                receiving,
                receivingRead,
                findings);
    }

    private static void check(
            String what, String index, long counted, long read, Findings findings) {
        if (counted != read) {
            findings.add(
                    "there are %d %s, but %d were found in order of %s: the index is missing or damaged",
                    counted, what, read, index);
        }
    }

    private static BigInteger sum(ResultSet row, int column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum == null ? BigInteger.ZERO : sum.toBigIntegerExact();
    }
}
