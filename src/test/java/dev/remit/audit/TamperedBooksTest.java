package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Openings, transfers, closings, and the commits that tell of them. */
class TamperedBooksTest extends TamperedTest {

    TamperedBooksTest() {
        super("audited", connection -> new SampleBooks(connection).write());
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
        assumeTrue(books.isPostgreSql(), "PostgreSQL");
        tamper(tampering);

        assertThat(books.audit().isRight()).isFalse();
        assertThat(books.auditInOneChunk().isRight()).isFalse();
    }

    /** Whoever adds a column has to say in one of these classes what an audit makes of it. */
    @Test
    void everyColumnHasBeenTamperedWith() throws SQLException {
        assertThat(
                        Stream.of(
                                        found(),
                                        TamperedAgreementsTest.found(),
                                        TamperedMonitorsTest.found())
                                .flatMap(each -> each.map(Tampering::what)))
                .containsAll(books.columns());
        assertThat(books.columns()).hasSize(72);
    }
}
