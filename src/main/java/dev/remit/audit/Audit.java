package dev.remit.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;

/**
 * One walk through all the books, account by account in order of their ids: the rows of the
 * accounts, and the postings along both of their sides, run side by side like the two halves of a
 * merge sort. What is in memory is a page of each, and one account.
 *
 * <p>What it reads has to be the books at one moment: the transaction is the caller's, see {@link
 * Snapshot}.
 */
final class Audit {

    /** As the databases sort them, byte by byte; UUID itself compares signed numbers. */
    private static final Comparator<UUID> BY_BYTES =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final Connection connection;
    private final int pageSize;
    private final AuditProgress progress;
    private final Findings findings = new Findings();
    private final Pages<AccountRow> accounts;
    private final Pages<Link> paying;
    private final Pages<Link> receiving;

    Audit(Connection connection, int pageSize, AuditProgress progress) {
        this.connection = connection;
        this.pageSize = pageSize;
        this.progress = progress;
        this.accounts = new Pages<>(connection, AccountRow.ALL, pageSize);
        this.paying = new Pages<>(connection, Link.PAYING, pageSize);
        this.receiving = new Pages<>(connection, Link.RECEIVING, pageSize);
    }

    AuditResult run() throws SQLException, InterruptedException {
        Totals totals = Totals.read(connection);
        progress.begin(totals.sides());
        totals.check(findings);
        if (totals.incomplete() > 0) {
            IncompleteRows.name(connection, pageSize, findings);
        }
        for (UUID account = next(); account != null; account = next()) {
            walk(account);
        }
        totals.checkRead(accounts.rows(), paying.rows(), receiving.rows(), findings);
        return new AuditResult(
                totals.asOf(),
                totals.accounts(),
                totals.postings(),
                totals.balances(),
                totals.deposits(),
                totals.withdrawals(),
                findings.count(),
                findings.first());
    }

    /** The least id that any of the three has next; null at the end. */
    private UUID next() throws SQLException, InterruptedException {
        UUID least = accounts.head() == null ? null : accounts.head().id();
        least = least(least, paying.head());
        return least(least, receiving.head());
    }

    private static UUID least(UUID id, Link link) {
        boolean isLess = link != null && (id == null || BY_BYTES.compare(link.account(), id) < 0);
        return isLess ? link.account() : id;
    }

    private void walk(UUID account) throws SQLException, InterruptedException {
        Chain chain = new Chain(account, row(account), findings);
        long links = 0;
        for (Link link = link(account); link != null; link = link(account)) {
            chain.add(link);
            links++;
        }
        chain.end();
        progress.add(links);
    }

    /** The account's row; null if it has none. */
    private AccountRow row(UUID account) throws SQLException, InterruptedException {
        AccountRow row = isOf(account, accounts.head()) ? accounts.take() : null;
        while (isOf(account, accounts.head())) {
            findings.add("account %s: it has more than one row", account);
            row = accounts.take();
        }
        return row;
    }

    private static boolean isOf(UUID account, AccountRow row) {
        return row != null && row.id().equals(account);
    }

    /** The account's next posting by version, whichever side it is on; null if there is none. */
    private Link link(UUID account) throws SQLException, InterruptedException {
        Link out = of(account, paying.head());
        Link in = of(account, receiving.head());
        boolean isOut = out != null && (in == null || out.version() <= in.version());
        if (isOut) {
            return paying.take();
        }
        return in == null ? null : receiving.take();
    }

    private static Link of(UUID account, Link link) {
        return link != null && link.account().equals(account) ? link : null;
    }
}
