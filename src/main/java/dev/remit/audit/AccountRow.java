package dev.remit.audit;

import dev.remit.ledger.Currency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of {@code accounts}, whatever is in it, and beside it the name and the time that the
 * account's opening has recorded.
 *
 * @param createdAt microseconds since 1970-01-01T00:00Z
 * @param openedAt microseconds since 1970-01-01T00:00Z
 */
record AccountRow(
        UUID id,
        Long balance,
        Long version,
        Long createdAt,
        String name,
        String currency,
        boolean hasOpening,
        Long openedAt,
        String openedName,
        String openedCurrency) {

    private static final String SELECT =
            """
            SELECT a.id, a.balance, a.version, a.created_at, a.name, a.currency,
                   o.account IS NOT NULL, o.committed_at, o.name, o.currency
            FROM accounts a
            LEFT JOIN account_commits o ON o.account = a.id AND o.first_version = 0\s""";

    /** Along the primary key. */
    static final PagedQuery<AccountRow> ALL =
            new PagedQuery<>(
                    SELECT + "ORDER BY a.id LIMIT ?",
                    SELECT + "WHERE a.id > ? ORDER BY a.id LIMIT ?",
                    1,
                    AccountRow::read);

    private static AccountRow read(ResultSet row) throws SQLException {
        return new AccountRow(
                Columns.uuid(row, 1),
                Columns.number(row, 2),
                Columns.number(row, 3),
                Columns.micros(row, 4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                Columns.micros(row, 8),
                row.getString(9),
                row.getString(10));
    }

    /** Against what the commits have made of the account, which is open. */
    void check(AccountStates accounts, Findings findings) {
        if (!Long.valueOf(accounts.version(id)).equals(version)) {
            findings.add(
                    "account %s: its row has the version %d, but its last entry made it %d",
                    id, version, accounts.version(id));
        }
        if (!Long.valueOf(accounts.balance(id)).equals(balance)) {
            findings.add(
                    "account %s: its row has a balance of %d, but its last entry left %d",
                    id, balance, accounts.balance(id));
        }
        // An opening that is missing has been told.
        if (hasOpening && !Objects.equals(createdAt, openedAt)) {
            findings.add(
                    "account %s: its row is dated %s, but it was opened %s",
                    id, Findings.time(createdAt), Findings.time(openedAt));
        }
        if (hasOpening && !Objects.equals(name, openedName)) {
            findings.add("account %s: its row has not the name that it was opened with", id);
        }
        if (hasOpening && !Objects.equals(currency, openedCurrency)) {
            findings.add(
                    "account %s: its row has the currency %s, but it was opened with %s",
                    id, Currency.orDefault(currency), Currency.orDefault(openedCurrency));
        }
    }
}
