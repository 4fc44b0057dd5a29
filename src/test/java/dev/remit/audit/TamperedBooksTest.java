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

    /** Few enough that chains, and duplicates, are on two pages. */
    private static final int PAGE_SIZE = 2;

    private static final List<String> CHECKS =
            List.of(
                    "accounts.balance_range",
                    "accounts.version_range",
                    "transfers.amount_range",
                    "transfers.two_accounts",
                    "transfers.some_account",
                    "transfers.from_complete",
                    "transfers.to_complete");

    private static OwnDatabase database;

    private Connection connection;

    @BeforeAll
    static void writeBooks() throws SQLException {
        database = OwnDatabase.withSchema("audited");
        try (Connection connection = database.connect()) {
            new SampleBooks(connection).write();
        }
        for (String check : CHECKS) {
            String table = check.substring(0, check.indexOf('.'));
            database.execute(
                    "ALTER TABLE " + table + " DROP CONSTRAINT " + check.replace('.', '_'));
        }
        for (String column : List.of("accounts.balance", "transfers.amount")) {
            String[] name = column.split("\\.");
            database.execute(
                    "ALTER TABLE " + name[0] + " ALTER COLUMN " + name[1] + " DROP NOT NULL");
        }
        boolean isPostgreSql = isPostgreSql();
        for (String key : List.of("transfers_from_version", "transfers_to_version")) {
            database.execute(
                    isPostgreSql
                            ? "ALTER TABLE transfers DROP CONSTRAINT " + key
                            : "DROP INDEX transfers@" + key + " CASCADE");
        }
        if (isPostgreSql) {
            database.execute("ALTER TABLE accounts DROP CONSTRAINT accounts_pkey");
            database.execute("ALTER TABLE transfers DROP CONSTRAINT transfers_pkey");
        }
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
        return Stream.of(TamperedAccounts.FOUND, TamperedTransfers.FOUND).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOut(Tampering tampering) throws Exception {
        tamper(tampering);

        assertFound(tampering, audit());
    }

    static Stream<Tampering> foundOnPostgreSql() {
        return UnusualTampering.FOUND_ON_POSTGRESQL.stream();
    }

    @ParameterizedTest
    @MethodSource("foundOnPostgreSql")
    void areFoundOutWithoutPrimaryKeys(Tampering tampering) throws Exception {
        assumeTrue(isPostgreSql(), "a table without a primary key");
        tamper(tampering);

        assertFound(tampering, audit(100));
        // Where the one is the last of a page and the other would be the first of the next, there
        // is no telling them apart. But they are missed.
        assertThat(audit().isRight()).isFalse();
    }

    static Stream<Tampering> notFound() {
        return UnusualTampering.NOT_FOUND.stream();
    }

    @ParameterizedTest
    @MethodSource("notFound")
    void areNotFoundOutWhereNothingDependsOnIt(Tampering tampering) throws Exception {
        tamper(tampering);

        assertThat(audit().first()).isEmpty();
    }

    /** Whoever adds a column has to say here what an audit makes of it. */
    @Test
    void everyColumnHasBeenTamperedWith() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT table_name, column_name FROM information_schema.columns
                                WHERE table_name IN ('accounts', 'transfers')""")) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2));
            }
        }
        assertThat(Stream.concat(found(), notFound()).map(Tampering::what)).containsAll(columns);
        assertThat(columns).hasSizeGreaterThan(16);
    }

    private static boolean isPostgreSql() throws SQLException {
        try (Connection connection = database.connect()) {
            return DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL;
        }
    }

    private static void assertFound(Tampering tampering, AuditResult result) {
        assertThat(result.isRight()).isFalse();
        List<String> unexpected = new ArrayList<>(result.first());
        for (String beginning : tampering.findings()) {
            String match =
                    unexpected.stream()
                            .filter(line -> line.startsWith(beginning))
                            .findFirst()
                            .orElse(null);
            assertThat(match)
                    .as("'%s' in%n%s", beginning, String.join("\n", result.first()))
                    .isNotNull();
            unexpected.remove(match);
        }
        assertThat(unexpected).isEmpty();
        assertThat(result.findings()).isEqualTo(tampering.findings().size());
    }

    private void tamper(Tampering tampering) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(tampering.sql())).isPositive();
        }
    }

    private AuditResult audit() throws SQLException, InterruptedException {
        return audit(PAGE_SIZE);
    }

    private AuditResult audit(int pageSize) throws SQLException, InterruptedException {
        return new Audit(connection, pageSize, new AuditProgress()).run();
    }
}
