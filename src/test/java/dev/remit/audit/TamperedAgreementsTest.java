package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was agreed: terms, holds and reversals. */
class TamperedAgreementsTest extends TamperedTest {

    TamperedAgreementsTest() {
        super("agreed", connection -> new SampleAgreements(connection).write());
    }

    static Stream<Tampering> found() {
        return Stream.of(
                        TamperedTerms.FOUND,
                        TamperedStandings.FOUND,
                        TamperedHolds.FOUND,
                        TamperedFollowers.FOUND)
                .flatMap(List::stream);
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
        deceive(deceit);
    }
}
