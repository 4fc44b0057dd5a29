package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of what was agreed: terms, holds and reversals. */
class TamperedAgreementsTest {

    private static ConstraintFreeBooks books;

    @BeforeAll
    static void writeBooks() throws SQLException {
        books =
                ConstraintFreeBooks.of(
                        "agreed", connection -> new SampleAgreements(connection).write());
    }

    @AfterAll
    static void dropBooks() {
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

    static Stream<Tampering> found() {
        return Stream.of(
                        TamperedTerms.FOUND,
                        TamperedStandings.FOUND,
                        TamperedHolds.FOUND,
                        TamperedFollowers.FOUND)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOut(Tampering tampering) throws Exception {
        assertThat(books.execute(tampering.sql())).isPositive();

        ExpectedFindings.assertThatIs(books.audit(), tampering.findings());
    }

    @ParameterizedTest
    @MethodSource("found")
    void areFoundOutInOneChunk(Tampering tampering) throws Exception {
        assertThat(books.execute(tampering.sql())).isPositive();

        assertThat(books.auditInOneChunk().findings())
                .isBetween(1L, (long) tampering.findings().size());
    }

    /** CockroachDB has no tables without a primary key. */
    @ParameterizedTest
    @ValueSource(strings = {"account_terms", "holds"})
    void duplicatesAreFoundOut(String table) throws Exception {
        assumeTrue(books.isPostgreSql(), "PostgreSQL");
        assertThat(books.execute("INSERT INTO %1$s SELECT * FROM %1$s".formatted(table)))
                .isPositive();

        assertThat(books.audit().isRight()).isFalse();
        assertThat(books.auditInOneChunk().isRight()).isFalse();
    }

    static List<Deceit> deceits() {
        return Deceit.FOUND;
    }

    @ParameterizedTest
    @MethodSource("deceits")
    void whatCannotHaveHappenedIsFoundOut(Deceit deceit) throws Exception {
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
}
