package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each change is made in a transaction that is rolled back, in a database whose constraints have
 * been taken away: an audit that trusted them would be of little use.
 */
class TamperedBooksTest {

    /** Few enough that accounts have their commits in many chunks. */
    private static final int CHUNK_SIZE = 2;

    private static final String TABLES =
            "('ledgers', 'commits', 'transfers', 'account_commits', 'accounts', 'totals',"
                    + " 'account_terms', 'holds')";

    private static OwnDatabase database;

    private Connection connection;

    @BeforeAll
    static void writeBooks() throws SQLException {
        database = OwnDatabase.withSchema("audited");
        try (Connection connection = database.connect()) {
            new SampleBooks(connection).write();
            dropConstraints(connection);
        }
    }

    /** CockroachDB never lets a table be without a primary key. */
    private static void dropConstraints(Connection connection) throws SQLException {
        boolean isPostgreSql = DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL;
        List<String> changes =
                texts(
                        connection,
                        """
                        SELECT 'ALTER TABLE ' || table_name || ' DROP CONSTRAINT ' || constraint_name
                        FROM information_schema.table_constraints
                        WHERE table_name IN %s AND constraint_type %s
                            AND constraint_name NOT LIKE '%%not_null%%'"""
                                .formatted(
                                        TABLES,
                                        isPostgreSql
                                                ? "IN ('CHECK', 'PRIMARY KEY')"
                                                : "= 'CHECK'"));
        changes.addAll(
                texts(
                        connection,
                        """
                        SELECT 'ALTER TABLE ' || c.table_name || ' ALTER ' || column_name || ' DROP NOT NULL'
                        FROM information_schema.columns c
                        WHERE c.table_name IN %s AND is_nullable = 'NO' AND NOT EXISTS (
                            SELECT 1 FROM information_schema.key_column_usage k
                            WHERE k.table_name = c.table_name AND k.column_name = c.column_name)"""
                                .formatted(TABLES)));
        changes.sort(null);
        for (String change : changes) {
            database.execute(change);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        database.drop();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void areRightBefore() throws Exception {
        assertThat(audit().first()).isEmpty();
    }

    static Stream<Tampering> found() {
        return Stream.of(
                        TamperedHeads.FOUND,
                        TamperedCommits.FOUND,
                        RemovedCommits.FOUND,
                        TamperedTransfers.FOUND,
                        RemovedTransfers.FOUND,
                        TamperedAccountCommits.FOUND,
                        TamperedAccounts.FOUND,
                        TamperedTotals.FOUND)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOut(Tampering tampering) throws Exception {
        tamper(tampering);

        AuditResult result = audit();

        List<String> findings = result.first().stream().map(SampleNames::shorten).toList();
        List<String> beginnings = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String expected = i < tampering.findings().size() ? tampering.findings().get(i) : "";
            String actual = findings.get(i);
            boolean isExpected = !expected.isEmpty() && actual.startsWith(expected);
            beginnings.add(isExpected ? expected : actual);
        }
        assertThat(beginnings).isEqualTo(tampering.findings()).isNotEmpty();
        assertThat(result.findings()).isEqualTo(findings.size());
    }

    static Stream<Tampering> onPostgreSql() {
        Stream<Tampering> duplicates =
                Stream.of(
                                "ledgers",
                                "commits",
                                "transfers",
                                "account_commits",
                                "accounts",
                                "totals")
                        .map(
                                table ->
                                        Tampering.rows(
                                                table + " rows duplicated",
                                                "INSERT INTO %1$s SELECT * FROM %1$s"
                                                        .formatted(table)));
        String nested = "{{%s}}".formatted(Tampering.STRANGER);
        return Stream.concat(
                duplicates,
                Stream.of(
                        Tampering.transfer("created_at", 4, "-infinity"),
                        Tampering.commit("subjects", 4, nested),
                        Tampering.commit("actors", 4, nested),
                        Tampering.accountCommit("transfers", SampleBooks.ANN, 2, nested)));
    }

    /** CockroachDB has no tables without a primary key, no nested arrays and no infinity. */
    @ParameterizedTest
    @MethodSource("onPostgreSql")
    void areFoundOutWhereOnlyPostgreSqlLetsThemHappen(Tampering tampering) throws Exception {
        assumeTrue(DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL, "PostgreSQL");
        tamper(tampering);

        assertThat(audit().isRight()).isFalse();
        assertThat(audit(100).isRight()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOutInOneChunk(Tampering tampering) throws Exception {
        tamper(tampering);

        // A key that two commits of a chunk name is read once.
        assertThat(audit(100).findings()).isBetween(1L, (long) tampering.findings().size());
    }

    /** Whoever adds a column has to say here what an audit makes of it. */
    @Test
    void everyColumnHasBeenTamperedWith() throws SQLException {
        List<String> columns =
                texts(
                        connection,
                        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_name IN "
                                + TABLES);

        assertThat(found().map(Tampering::what)).containsAll(columns);
        assertThat(columns).hasSize(42);
    }

    private void tamper(Tampering tampering) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(tampering.sql())).isPositive();
        }
    }

    private AuditResult audit() throws SQLException, InterruptedException {
        return audit(CHUNK_SIZE);
    }

    private AuditResult audit(int chunkSize) throws SQLException, InterruptedException {
        return new Audit(connection, chunkSize, List.of(), new AuditProgress()).run();
    }
}
