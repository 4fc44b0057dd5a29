package dev.remit.audit;

import dev.remit.ledger.Currency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/**
 * A row of {@code accounts}, whatever is in it, and beside it what the account's opening has
 * recorded, and the last change of its terms.
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
        Long held,
        Long overdraft,
        String frozen,
        String metadata,
        Long revision,
        String monitors,
        boolean hasOpening,
        Long openedAt,
        String openedName,
        String openedCurrency,
        boolean hasTerms,
        String agreedName,
        String agreedMetadata) {

    private static final String SELECT =
            """
            SELECT a.id, a.balance, a.version, a.created_at, a.name, a.currency,
                   a.held, a.overdraft, a.frozen, a.metadata, a.revision, a.monitors,
                   o.account IS NOT NULL, o.committed_at, o.name, o.currency,
                   t.account IS NOT NULL, t.name, t.metadata
            FROM accounts a
            LEFT JOIN account_commits o ON o.account = a.id AND o.first_version = 0
            LEFT JOIN account_terms t
                ON t.account = a.id AND t.revision = coalesce(a.revision, 0)\s""";

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
                Columns.number(row, 7),
                Columns.number(row, 8),
                row.getString(9),
                row.getString(10),
                Columns.number(row, 11),
                row.getString(12),
                row.getBoolean(13),
                Columns.micros(row, 14),
                row.getString(15),
                row.getString(16),
                row.getBoolean(17),
                row.getString(18),
                row.getString(19));
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
        if (hasOpening && !Objects.equals(name, hasTerms ? agreedName : openedName)) {
            findings.add("account %s: its row has not the name that it was given last", id);
        }
        if (!Objects.equals(metadata, hasTerms ? agreedMetadata : null)) {
            findings.add("account %s: its row has not the metadata that it was given last", id);
        }
        check(accounts.standing(id), findings);
        if (hasOpening && !Objects.equals(currency, openedCurrency)) {
            findings.add(
                    "account %s: its row has the currency %s, but it was opened with %s",
                    id, Currency.orDefault(currency), Currency.orDefault(openedCurrency));
        }
    }

    private void check(Standing standing, Findings findings) {
        check("revision", orZero(revision), standing.revision(), findings);
        check("held", orZero(held), standing.held(), findings);
        check("overdraft", orZero(overdraft), standing.overdraft(), findings);
        check("frozen", frozen, standing.frozen().textUnlessNone(), findings);
        check("monitors", monitors, standing.monitors().text(), findings);
    }

    private void check(String column, Object actual, Object expected, Findings findings) {
        if (!Objects.equals(actual, expected)) {
            findings.add(
                    "account %s: its row has %s = %s, but the commits make it %s",
                    id, column, actual, expected);
        }
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }
}
