package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody changes behind the ledger's back is found. Each class has books of its own, and
 * a method {@code found} that tells what is done to them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TamperedTest {

    private final String database;
    private final ConstraintFreeBooks.Author author;
    ConstraintFreeBooks books;

    TamperedTest(String database, ConstraintFreeBooks.Author author) {
        this.database = database;
        this.author = author;
    }

    @BeforeAll
    void writeBooks() throws SQLException {
        books = ConstraintFreeBooks.of(database, author);
    }

    @AfterAll
    void dropBooks() {
        books.drop();
    }

    @BeforeEach
    void begin() throws SQLException {
        books.begin();
    }

    @AfterEach
    void rollBack() throws SQLException {
        books.rollBack();
    }

    @Test
    void areRightBefore() throws Exception {
        assertThat(books.audit().first()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOut(Tampering tampering) throws Exception {
        tamper(tampering);

        ExpectedFindings.assertThatIs(books.audit(), tampering.findings());
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOutInOneChunk(Tampering tampering) throws Exception {
        tamper(tampering);

        // A key that two commits of a chunk name is read once.
        assertThat(books.auditInOneChunk().findings())
                .isBetween(1L, (long) tampering.findings().size());
    }

    void deceive(Deceit deceit) throws Exception {
        assertThat(books.execute(deceit.before())).isPositive();
        List<Outcome> outcomes =
                new PlainLedger(books.connection())
                        .join(
                                Micros.of(SampleBooks.time(deceit.second())),
                                List.of(Request.of(deceit.command())))
                        .getFirst();
        assertThat(outcomes.getFirst()).isNotInstanceOf(Outcome.Rejected.class);
        assertThat(books.execute(deceit.after())).isPositive();

        ExpectedFindings.assertThatIs(books.audit(), deceit.findings());
        ExpectedFindings.assertThatIs(books.auditInOneChunk(), deceit.findings());
    }

    void tamper(Tampering tampering) throws SQLException {
        assertThat(books.execute(tampering.sql())).isPositive();
    }
}
