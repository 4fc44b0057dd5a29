package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Command;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Metadata;
import dev.remit.ledger.Micros;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import dev.remit.ledger.Terms;
import dev.remit.ledger.TermsChange;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** docs/export_history.sql and docs/check_history.py, as docs/history.md describes them. */
class HistoryExportTest {

    private record Run(int status, String said) {}

    @TempDir Path folder;

    private static OwnDatabase database;
    private Connection connection;

    @BeforeAll
    static void findPython() throws InterruptedException {
        boolean hasPython;
        try {
            hasPython = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            hasPython = false;
        }
        assumeTrue(hasPython, "python3");
        database = OwnDatabase.withSchema("exported");
    }

    @AfterAll
    static void dropDatabase() {
        if (database != null) {
            database.drop();
        }
    }

    @BeforeEach
    void writeBooks() throws SQLException {
        connection = database.connect();
        assumeTrue(DatabaseKind.of(connection) == DatabaseKind.POSTGRESQL, "COPY … TO STDOUT");
        writeAnew(new SampleBooks(connection)::write);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void rightBooksLeadToTheHead() throws Exception {
        String head = head();

        assertThat(check()).isEqualTo(new Run(0, head));
        assertThat(check(head, kept(4))).isEqualTo(new Run(0, head));
    }

    @Test
    void whatWasAgreedLeadsToTheHead() throws Exception {
        writeAnew(new SampleAgreements(connection)::write);

        assertThat(check()).isEqualTo(new Run(0, head()));
    }

    @Test
    void whatWasWatchedLeadsToTheHead() throws Exception {
        writeAnew(new SampleMonitors(connection)::write);

        assertThat(check()).isEqualTo(new Run(0, head()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE monitors SET below = 501 WHERE below = 500 | 2
                    UPDATE monitors SET above = 901 WHERE above = 900 | 2
                    UPDATE monitors SET account = id WHERE above = 900 | 2
                    UPDATE commits SET events = 'ppx' WHERE events = 'pxx' | 3
                    UPDATE commits SET actors = NULL WHERE events = 'u' | 5
                    UPDATE commits SET events = 'pxpx' WHERE events = 'pxxp' | 6
                    DELETE FROM monitors WHERE below = 200 | 7
                    """)
    void whatWasWatchedIsCoveredToo(String tampering, int commit) throws Exception {
        writeAnew(new SampleMonitors(connection)::write);

        execute(tampering);

        assertThat(check()).isEqualTo(new Run(1, "commit %d does not fit".formatted(commit)));
    }

    @Test
    void noBooksLeadToNothing() throws Exception {
        execute("DELETE FROM commits");

        assertThat(check()).isEqualTo(new Run(0, "0:" + "0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NULL",
                "null",
                "\"",
                "'quoted', \"twice\"; \\n is no line feed",
                "line\nfeed\r\nand\ttab\b\f",
                "\u0001\u001f\u007f\u0080\u2028",
                "naïve Zoë, 東京, 👩‍👩‍👧, </script>"
            })
    void textsMayBeAnything(String text) throws Exception {
        UUID account = UUID.randomUUID();
        new PlainLedger(connection)
                .commit(
                        Micros.of(SampleBooks.time(11)),
                        List.of(
                                Request.of(
                                                new Command.Open(
                                                        account,
                                                        true,
                                                        Terms.named(text),
                                                        7,
                                                        "POINTS/0"))
                                        .by(text),
                                Request.of(
                                        new Command.Post(
                                                UUID.randomUUID(), true, account, null, 2, text)),
                                Request.of(
                                        new Command.Change(
                                                account,
                                                null,
                                                new TermsChange(
                                                        Optional.of(text),
                                                        5L,
                                                        Frozen.ALL,
                                                        false,
                                                        Map.of(text, text))))));

        assertThat(check()).isEqualTo(new Run(0, head()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE transfers SET amount = 201 WHERE sequence = 4",
                "UPDATE transfers SET reference = NULL WHERE sequence = 4",
                "UPDATE transfers SET from_balance = 151 WHERE sequence = 4",
                "UPDATE commits SET token = gen_random_uuid() WHERE sequence = 4",
                "UPDATE commits SET committed_at = now() WHERE sequence = 4",
                "UPDATE commits SET actors = '{eve}' WHERE sequence = 4",
                "UPDATE commits SET hash = '\\x' WHERE sequence = 4",
                "UPDATE commits SET events = 'x' WHERE sequence = 4",
                "UPDATE commits SET events = 'q' WHERE sequence = 4",
                "UPDATE commits SET events = '' WHERE sequence = 4",
                "DELETE FROM transfers WHERE sequence = 4",
                "DELETE FROM commits WHERE sequence = 4"
            })
    void theFirstCommitThatDoesNotFitIsTold(String tampering) throws Exception {
        execute(tampering);

        assertThat(check()).isEqualTo(new Run(1, "commit 4 does not fit"));
    }

    @Test
    void openingsAndClosingsAreCoveredToo() throws Exception {
        execute("UPDATE account_commits SET last_version = 5 WHERE sequence = 9");
        assertThat(check()).isEqualTo(new Run(1, "commit 9 does not fit"));

        execute("UPDATE account_commits SET name = 'Anne' WHERE name = 'Ann'");
        assertThat(check()).isEqualTo(new Run(1, "commit 1 does not fit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE account_terms SET overdraft = 99 WHERE revision = 0 | 1
                    UPDATE account_terms SET metadata = NULL WHERE revision = 0 | 1
                    UPDATE transfers SET expires_at = NULL WHERE sequence = 2 | 2
                    UPDATE transfers SET kind = NULL WHERE sequence = 2 | 2
                    UPDATE transfers SET metadata = NULL WHERE sequence = 3 | 3
                    UPDATE transfers SET kind = 'reversal' WHERE sequence = 4 | 4
                    UPDATE transfers SET related = id WHERE sequence = 4 | 4
                    UPDATE transfers SET kind = 'expiry' WHERE sequence = 6 | 6
                    UPDATE account_terms SET overdraft = 301 WHERE revision = 1 AND sequence = 9 | 9
                    UPDATE account_terms SET name = 'Ann' WHERE revision = 2 | 9
                    UPDATE account_terms SET metadata = '{}' WHERE revision = 2 | 9
                    UPDATE account_terms SET frozen = 'all' WHERE sequence = 14 | 14
                    DELETE FROM account_terms WHERE sequence = 14 | 14
                    """)
    void whatWasAgreedIsCoveredToo(String tampering, int commit) throws Exception {
        writeAnew(new SampleAgreements(connection)::write);
        database.execute("ALTER TABLE transfers DROP CONSTRAINT IF EXISTS transfers_related_whole");

        execute(tampering);

        assertThat(check()).isEqualTo(new Run(1, "commit %d does not fit".formatted(commit)));
    }

    /** By code points the last two names would be the other way round. */
    @Test
    void metadataIsInTheOrderOfItsUtf16CodeUnits() throws Exception {
        String metadata =
                Metadata.text(
                        new TreeMap<>(
                                Map.of(
                                        "", "\"quoted\"",
                                        "order", "4711\n\u0001\u2028 'naïve'",
                                        "\uff5e", "NULL",
                                        "\ud83d\ude00", "")));
        UUID account = UUID.randomUUID();
        UUID transfer = UUID.randomUUID();
        new PlainLedger(connection)
                .commit(
                        Micros.of(SampleBooks.time(11)),
                        List.of(
                                Request.allOf(
                                        List.of(
                                                new Command.Open(
                                                        account,
                                                        true,
                                                        new Terms(null, 0, Frozen.NONE, metadata),
                                                        7,
                                                        "USD"),
                                                new Command.Post(
                                                        transfer, true, account, null, 2, null,
                                                        metadata),
                                                new Command.Change(
                                                        account,
                                                        null,
                                                        new TermsChange(
                                                                null,
                                                                1L,
                                                                null,
                                                                false,
                                                                Map.of("a", "b")))))));

        assertThat(metadata).contains("\ud83d\ude00\":\"\",\"\uff5e");
        assertThat(check()).isEqualTo(new Run(0, head()));
    }

    @Test
    void aRewriteIsToldByAHeadThatWasKept() throws Exception {
        String kept = kept(4);
        execute("DELETE FROM commits WHERE sequence > 3");

        assertThat(check()).isEqualTo(new Run(0, kept(3)));
        assertThat(check(kept))
                .isEqualTo(new Run(1, "commit 3 is the last one, but a later one was expected"));
        assertThat(check("3:" + "0".repeat(64)))
                .isEqualTo(new Run(1, "commit 3 is not the one that was expected"));
    }

    /** Other books. */
    private interface Author {
        void write() throws SQLException;
    }

    private void writeAnew(Author author) throws SQLException {
        for (String table : SampleBooks.TABLES) {
            database.execute("DELETE FROM " + table);
        }
        execute(
                "UPDATE ledgers SET sequence = 0, hash = '\\x%s', committed_at = NULL"
                        .formatted("0".repeat(64)));
        author.write();
    }

    private Run check(String... expected) throws Exception {
        Path export = folder.resolve("history.csv");
        try (Writer csv = Files.newBufferedWriter(export, StandardCharsets.UTF_8)) {
            String sql = Files.readString(Path.of("docs", "export_history.sql"));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (%s) TO STDOUT (FORMAT csv, HEADER)"
                                    .formatted(sql.replace(";", "\n")),
                            csv);
        }
        List<String> command =
                new ArrayList<>(List.of("python3", "docs/check_history.py", export.toString()));
        command.addAll(List.of(expected));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(said).strip());
    }

    private String head() throws SQLException {
        return text("SELECT sequence || ':' || encode(hash, 'hex') FROM ledgers");
    }

    private String kept(int sequence) throws SQLException {
        return text(
                "SELECT sequence || ':' || encode(hash, 'hex') FROM commits WHERE sequence = "
                        + sequence);
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
