package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is always true of the books, asked of the database itself and of nothing of Remit's. Each
 * rule is a query for what breaks it, in SQL that CockroachDB and PostgreSQL share.
 */
public final class JournalInvariants {

    /** Both sides of every posting as links of their accounts' chains, with the link before. */
    private static final String LINKS =
            """
            WITH sides AS (
                SELECT from_account AS account, from_version AS version, -amount AS change,
                       from_balance AS balance, created_at FROM transfers
                WHERE from_account IS NOT NULL
                UNION ALL
                SELECT to_account, to_version, amount, to_balance, created_at FROM transfers
                WHERE to_account IS NOT NULL),
            links AS (
                SELECT account, version, change, balance, created_at,
                       coalesce(lag(version) OVER chain, 0) AS version_before,
                       coalesce(lag(balance) OVER chain, 0) AS balance_before,
                       coalesce(lag(created_at) OVER chain, created_at) AS created_before,
                       lead(version) OVER chain IS NULL AS is_last
                FROM sides WINDOW chain AS (PARTITION BY account ORDER BY version))
            """;

    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "no balance is negative",
                "SELECT id, balance FROM accounts WHERE balance < 0"
                        + " UNION ALL SELECT from_account, from_balance FROM transfers"
                        + " WHERE from_balance < 0");
        RULES.put(
                "all balances together are what came in less what went out",
                """
                SELECT held, moved FROM
                    (SELECT coalesce(sum(balance), 0) AS held FROM accounts) AS a,
                    (SELECT coalesce(sum(CASE WHEN from_account IS NULL THEN amount
                                              WHEN to_account IS NULL THEN -amount
                                              ELSE 0 END), 0) AS moved FROM transfers) AS t
                WHERE held <> moved""");
        RULES.put(
                "a chain has no gap and no fork",
                LINKS
                        + "SELECT account, version, version_before FROM links"
                        + " WHERE version <> version_before + 1");
        RULES.put(
                "a balance follows from the one before",
                LINKS
                        + "SELECT account, version, balance_before, change, balance FROM links"
                        + " WHERE balance <> balance_before + change");
        RULES.put(
                "time never goes backwards along a chain",
                LINKS
                        + "SELECT account, version, created_before, created_at FROM links"
                        + " WHERE created_at < created_before");
        RULES.put(
                "an account is where its chain ends",
                LINKS
                        + """
                        SELECT accounts.id, accounts.version, links.version,
                               accounts.balance, links.balance
                        FROM accounts LEFT JOIN links
                            ON links.account = accounts.id AND links.is_last
                        WHERE accounts.version <> coalesce(links.version, 0)
                           OR accounts.balance <> coalesce(links.balance, 0)
                           OR accounts.posted_at < links.created_at""");
        RULES.put(
                "a closed account was empty",
                LINKS
                        + """
                        SELECT account, balance FROM links
                        WHERE is_last AND balance <> 0
                          AND account NOT IN (SELECT id FROM accounts)""");
        RULES.put(
                "an id is posted once",
                "SELECT id, count(*) FROM transfers GROUP BY id HAVING count(*) > 1");
    }

    private JournalInvariants() {}

    public static void assertHold(OwnDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(violations(connection)).isEmpty();
        }
    }

    /** A line for each row that breaks a rule. */
    public static List<String> violations(Connection connection) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(rule.getValue())) {
                while (row.next()) {
                    violations.add(rule.getKey() + ": " + columns(row));
                }
            }
        }
        return violations;
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
        }
        return columns;
    }
}
