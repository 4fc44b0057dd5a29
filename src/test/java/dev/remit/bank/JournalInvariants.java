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
            WITH moved AS (
                SELECT * FROM transfers WHERE coalesce(kind, '') NOT IN ('hold', 'void', 'expiry')),
            sides AS (
                SELECT from_account AS account, from_version AS version, -amount AS change,
                       from_balance AS balance, created_at, sequence FROM moved
                WHERE from_account IS NOT NULL
                UNION ALL
                SELECT to_account, to_version, amount, to_balance, created_at, sequence FROM moved
                WHERE to_account IS NOT NULL),
            links AS (
                SELECT account, version, change, balance, created_at, sequence,
                       coalesce(lag(version) OVER chain, 0) AS version_before,
                       coalesce(lag(balance) OVER chain, 0) AS balance_before,
                       coalesce(lag(created_at) OVER chain, created_at) AS created_before,
                       lead(version) OVER chain IS NULL AS is_last
                FROM sides WINDOW chain AS (PARTITION BY account ORDER BY version))
            """;

    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "no balance is below what was agreed",
                """
                SELECT from_account, from_balance FROM transfers
                WHERE from_balance < 0 AND from_balance < -coalesce((
                    SELECT max(overdraft) FROM account_terms WHERE account = from_account), 0)""");
        RULES.put(
                "all balances together are what came in less what went out",
                """
                SELECT held, moved FROM
                    (SELECT coalesce(sum(balance), 0) AS held FROM accounts) AS a,
                    (SELECT coalesce(sum(CASE WHEN from_account IS NULL THEN amount
                                              WHEN to_account IS NULL THEN -amount
                                              ELSE 0 END), 0) AS moved FROM transfers
                     WHERE coalesce(kind, '') NOT IN ('hold', 'void', 'expiry')) AS t
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
                           OR accounts.balance <> coalesce(links.balance, 0)""");
        RULES.put(
                "a closed account was empty",
                LINKS
                        + """
                        SELECT account, balance FROM links
                        WHERE is_last AND balance <> 0
                          AND account NOT IN (SELECT id FROM accounts)""");
        RULES.put(
                "the commits have no gap and end at the head",
                """
                SELECT ledgers.sequence, c.number, c.last FROM ledgers,
                    (SELECT count(*) AS number, coalesce(max(sequence), 0) AS last FROM commits) AS c
                WHERE c.number <> ledgers.sequence OR c.last <> ledgers.sequence""");
        RULES.put(
                "the head is what the last commit has left",
                """
                SELECT ledgers.sequence FROM ledgers JOIN commits USING (sequence)
                WHERE ledgers.hash <> commits.hash
                   OR ledgers.committed_at <> commits.committed_at""");
        RULES.put(
                "a commit tells of all its transfers",
                """
                SELECT commits.sequence, posted.number FROM commits
                LEFT JOIN (SELECT sequence, count(*) AS number FROM transfers GROUP BY sequence)
                    AS posted USING (sequence)
                WHERE length(translate(events, 'octmux', '')) <> coalesce(number, 0)""");
        RULES.put(
                "an account's commits follow each other",
                """
                SELECT account, first_version, last_before FROM (
                    SELECT account, first_version, last_version, coalesce(array_length(transfers, 1), 0) AS number,
                           coalesce(lag(last_version) OVER (PARTITION BY account ORDER BY first_version), -1)
                               AS last_before
                    FROM account_commits) AS rows
                WHERE first_version <> last_before + 1
                   OR number <> last_version - greatest(first_version, 1) + 1""");
        RULES.put(
                "what a commit left of an account is what its transfers did",
                LINKS
                        + """
                        SELECT account_commits.account, last_version, account_commits.balance
                        FROM account_commits LEFT JOIN links
                            ON links.account = account_commits.account AND links.version = last_version
                        WHERE account_commits.balance <> coalesce(links.balance, 0)""");
        RULES.put(
                "what is held on an account is what its open holds hold",
                """
                SELECT accounts.id, accounts.held, h.held FROM accounts LEFT JOIN (
                    SELECT account, sum(amount) AS held FROM holds JOIN transfers USING (id)
                    WHERE from_account = account GROUP BY account) AS h ON h.account = accounts.id
                WHERE coalesce(accounts.held, 0) <> coalesce(h.held, 0)
                   OR balance + coalesce(overdraft, 0) < coalesce(accounts.held, 0)""");
        RULES.put(
                "a hold is open until it is ended, once",
                """
                SELECT t.id, ended.number, holds.id FROM transfers AS t
                LEFT JOIN holds ON holds.id = t.id
                LEFT JOIN (SELECT related, count(*) AS number FROM transfers
                           WHERE kind IN ('capture', 'void', 'expiry') GROUP BY related) AS ended
                    ON ended.related = t.id
                WHERE coalesce(number, 0)
                    + CASE WHEN holds.id IS NULL THEN 0 ELSE 1 END
                    <> CASE WHEN kind = 'hold' THEN 1 ELSE 0 END""");
        RULES.put(
                "no more is taken back than has moved",
                """
                SELECT r.related, r.number, t.amount FROM (
                    SELECT related, sum(amount) AS number, max(settled) AS settled FROM transfers
                    WHERE kind = 'reversal' GROUP BY related) AS r
                LEFT JOIN transfers AS t ON t.id = r.related
                WHERE t.id IS NULL OR r.number > t.amount OR r.number <> r.settled""");
        // What was posted by the commits that created or ended the monitor may be on either side of
        // that.
        RULES.put(
                "what has crossed a line is told",
                LINKS
                        + """
                        SELECT crossed.id, crossed.number, told.number FROM (
                            SELECT monitors.id, count(balance) AS number FROM monitors
                            LEFT JOIN links ON links.account = monitors.account
                                AND links.sequence > monitors.sequence
                                AND links.sequence < coalesce(ended, links.sequence + 1)
                                AND (balance_before >= below AND balance < below
                                     OR balance_before <= above AND balance > above)
                            GROUP BY monitors.id) AS crossed
                        LEFT JOIN (
                            SELECT monitors.id, count(*) AS number FROM (
                                SELECT sequence, regexp_split_to_table(events, '') AS event,
                                       unnest(subjects) AS subject FROM commits) AS e
                            JOIN monitors ON event = 'x' AND subject = id
                                AND e.sequence > monitors.sequence
                                AND e.sequence < coalesce(ended, e.sequence + 1)
                            GROUP BY monitors.id) AS told USING (id)
                        WHERE crossed.number <> coalesce(told.number, 0)""");
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
