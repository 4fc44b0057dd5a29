package dev.remit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How CockroachDB reads what a commit of many transfers needs, where it takes all tables to be
 * nearly empty because they were when it last counted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewTablesTest {

    /** As many as a commit of two hundred transfers looks up. */
    static final int KEYS = 200;

    private static final Pattern COLUMN = Pattern.compile("\\?(?:::(\\w+)\\[])?");

    private OwnDatabase database;
    private Connection connection;

    @BeforeAll
    void countRows() throws SQLException {
        database = OwnDatabase.withSchema("new_tables");
        connection = database.connect();
        assumeTrue(DatabaseKind.of(connection) == DatabaseKind.COCKROACHDB, "plans are others");
        try (Statement statement = connection.createStatement()) {
            for (String table :
                    new String[] {"accounts", "transfers", "account_commits", "monitors"}) {
                statement.execute("CREATE STATISTICS counted FROM " + table);
            }
        }
    }

    @AfterAll
    void dropDatabase() throws SQLException {
        connection.close();
        database.drop();
    }

    private static Stream<KeyedQuery> queries() {
        return queries(DatabaseKind.COCKROACHDB);
    }

    /** All that a commit looks up. */
    static Stream<KeyedQuery> queries(DatabaseKind kind) {
        return Stream.concat(
                AccountRows.of(kind).queries(),
                Stream.of(
                        AccountCommitRow.SELECT_OPENINGS,
                        MonitorRow.SELECT,
                        TransferRow.SELECT,
                        TransferRow.SELECT_FOLLOWERS));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void rowsAreLookedUpByTheirKeys(KeyedQuery query) throws SQLException {
        assertThat(plan(query.on(DatabaseKind.COCKROACHDB, KEYS)))
                .contains("lookup join")
                .doesNotContain("FULL SCAN");
        // Which it would not do by itself.
        assertThat(plan(query.on(DatabaseKind.POSTGRESQL, KEYS))).contains("FULL SCAN");
    }

    /** Which is so as long as there is no column that it leaves out. */
    @Test
    void accountsAreRewrittenWithoutBeingLookedUp() throws SQLException {
        assertThat(plan(AccountRows.UPSERT)).contains("upsert").doesNotContain("scan", "join");
    }

    /** For so many rows, of which each parameter is a column. */
    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            int index = 0;
            for (Matcher column = COLUMN.matcher(sql); column.find(); ) {
                boolean isOfIds = column.group(1) == null || column.group(1).equals("uuid");
                String type = isOfIds ? "uuid" : column.group(1);
                Object[] values =
                        Stream.generate(isOfIds ? UUID::randomUUID : () -> null)
                                .limit(KEYS)
                                .toArray();
                statement.setArray(++index, connection.createArrayOf(type, values));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
