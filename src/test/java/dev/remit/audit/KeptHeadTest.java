package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.OwnDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What fits together in every respect is found by nobody but those who have kept a head. That the
 * other half holds, too, is shown each time: without it there is no finding.
 */
class KeptHeadTest {

    private OwnDatabase database;
    private Connection connection;

    @BeforeEach
    void writeBooks() throws SQLException {
        database = OwnDatabase.withSchema("audited");
        connection = database.connect();
        new SampleBooks(connection).write();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.drop();
    }

    @Test
    void headsThatWereKeptAreMetAgain() throws Exception {
        AuditResult result = audit(kept(0), kept(1), kept(4), kept(10));

        assertThat(result.first()).isEmpty();
        assertThat(result.sequence() + ":" + result.hash())
                .isEqualTo(kept(10).sequence() + ":" + kept(10).hash());
    }

    @Test
    void aConsistentRewriteOfThePastIsFound() throws Exception {
        Expectation first = kept(1);
        Expectation second = kept(2);
        Expectation last = kept(10);

        // As Remit itself would have written it, to the last hash.
        for (String table : SampleBooks.TABLES) {
            execute("DELETE FROM " + table);
        }
        setHeadBack(0);
        new SampleBooks(connection).write(201);

        assertThat(audit().first()).isEmpty();
        assertThat(audit(first).first()).isEmpty();
        assertFound("commit 2: its hash was to be " + second.hash(), second);
        assertFound("commit 10: its hash was to be " + last.hash(), last);
    }

    @Test
    void aHistoryThatWasCutOffIsFound() throws Exception {
        Expectation last = kept(10);

        execute(RemovedCommits.remove(10));
        execute(
                "UPDATE accounts SET balance = 720, version = 7 WHERE id = '"
                        + SampleBooks.ANN
                        + "'");
        execute(
                "UPDATE accounts SET balance = 195, version = 5 WHERE id = '"
                        + SampleBooks.BOB
                        + "'");
        setHeadBack(9);

        assertThat(audit(kept(9)).first()).isEmpty();
        assertFound("commit 10: its hash was to be " + last.hash() + ", but the last", last);
    }

    @Test
    void whatCannotBeRecomputedIsNotMet() throws Exception {
        Expectation fourth = kept(4);

        execute("DELETE FROM transfers WHERE sequence = 4");

        assertThat(audit(fourth).first())
                .anyMatch(line -> line.startsWith("commit 4: its hash was to be " + fourth.hash()));
    }

    private void assertFound(String beginning, Expectation expected) throws Exception {
        AuditResult result = audit(expected);
        assertThat(result.findings()).isOne();
        assertThat(result.first()).allMatch(line -> line.startsWith(beginning));
    }

    private AuditResult audit(Expectation... expected) throws SQLException, InterruptedException {
        return new Audit(connection, 3, List.of(expected), new AuditProgress()).run();
    }

    /** The head as it was after so many commits. */
    private Expectation kept(int sequence) throws SQLException {
        if (sequence == 0) {
            return new Expectation(0, "0".repeat(64));
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT encode(hash, 'hex') FROM commits WHERE sequence = "
                                        + sequence)) {
            row.next();
            return new Expectation(sequence, row.getString(1));
        }
    }

    private void setHeadBack(int sequence) throws SQLException {
        execute(
                """
                UPDATE ledgers SET sequence = %1$d, hash = '\\x%2$s',
                    committed_at = (SELECT committed_at FROM commits WHERE sequence = %1$d)"""
                        .formatted(sequence, kept(sequence).hash()));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
