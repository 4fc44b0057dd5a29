package dev.remit.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Compares what is true now with what the commits have made of the accounts. */
final class AccountsNow {

    private AccountsNow() {}

    /**
     * @param accounts where they stand after the last commit; used up
     * @param counted how many rows there are
     */
    static void check(
            Connection connection,
            int pageSize,
            AccountStates accounts,
            long counted,
            Findings findings)
            throws SQLException, InterruptedException {
        Pages<AccountRow> rows = new Pages<>(connection, AccountRow.ALL, pageSize);
        for (AccountRow row = rows.take(); row != null; row = rows.take()) {
            if (accounts.isOpen(row.id())) {
                row.check(accounts, findings);
                // What is still open in the end has no row.
                accounts.close(row.id());
            } else {
                findings.add(
                        "account %s: it has a row, but %s",
                        row.id(),
                        accounts.version(row.id()) == AccountStates.CLOSED
                                ? "it was closed, or has another one"
                                : "no commit opened it");
            }
        }
        accounts.visitOpen(
                (account, balance, version) ->
                        findings.add(
                                "account %s: it has no row, but version %d and a balance of %d, and no commit closed it",
                                account, version, balance));
        if (rows.rows() != counted) {
            findings.add(
                    "accounts: it has %d rows, but in order of their ids there are %d",
                    counted, rows.rows());
        }
    }
}
