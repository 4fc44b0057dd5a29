package dev.remit.audit;

import static dev.remit.audit.SampleBooks.ANN;
import static dev.remit.audit.SampleBooks.BOB;
import static dev.remit.audit.SampleBooks.transfer;
import static dev.remit.audit.SampleMonitors.monitor;
import static dev.remit.audit.Tampering.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.ledger.Command;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Balances that are watched. */
class TamperedMonitorsTest extends TamperedTest {

    private static final UUID ID = transfer(SampleMonitors.COMMITS + 1);

    TamperedMonitorsTest() {
        super("watched", connection -> new SampleMonitors(connection).write());
    }

    static Stream<Tampering> found() {
        return TamperedMonitors.FOUND.stream();
    }

    /** CockroachDB has no tables without a primary key. */
    @Test
    void duplicatesAreFoundOut() throws Exception {
        assumeTrue(books.isPostgreSql(), "PostgreSQL");
        assertThat(books.execute("INSERT INTO monitors SELECT * FROM monitors")).isPositive();

        assertThat(books.audit().isRight()).isFalse();
        assertThat(books.auditInOneChunk().isRight()).isFalse();
    }

    /** With the right hash: only who finds out by himself what was crossed notices. */
    static List<Deceit> deceits() {
        return List.of(
                deceit(
                        "a crossing that nobody is told of",
                        watched(ANN, null),
                        new Command.Post(ID, true, ANN, BOB, 940, null),
                        watched(ANN, "'%s<500'".formatted(monitor(1))),
                        "monitor M1: transfer of 9 (commit 9) crossed its line, but no event"),
                deceit(
                        "a crossing that there was not",
                        watched(ANN, "'%s<950'".formatted(monitor(1))),
                        new Command.Post(ID, true, ANN, BOB, 10, null),
                        watched(ANN, "'%s<500'".formatted(monitor(1))),
                        "monitor M1: commit 9 tells that its line was crossed, but no transfer"),
                deceit(
                        "a monitor that did not end with its account",
                        watched(BOB, null),
                        new Command.Close(BOB, true),
                        ended(3, null),
                        "monitor M3: commit 9 closed its account BOB, but it was not ended"),
                deceit(
                        "a monitor that was ended twice",
                        watched(ANN, "'%s>900'".formatted(monitor(2))) + "; " + ended(2, null),
                        new Command.DeleteMonitor(monitor(2)),
                        watched(ANN, "'%s<500'".formatted(monitor(1))) + "; " + ended(2, 5),
                        "monitor M2: commit 9 ended it, but it was none"),
                deceit(
                        "a monitor of an account that was not open",
                        "INSERT INTO accounts (id, balance, version, created_at) VALUES ('%s', 0, 0, now())"
                                .formatted(STRANGER),
                        SampleMonitors.watch(5, STRANGER, 1L, null),
                        "DELETE FROM accounts WHERE id = '%s'".formatted(STRANGER),
                        "monitor M5: commit 9 created it for account STRANGER, which it cannot"));
    }

    private static Deceit deceit(
            String what, String before, Command command, String after, String... findings) {
        return new Deceit(
                what, before, command, SampleMonitors.COMMITS + 1, after, List.of(findings));
    }

    private static String watched(UUID account, String monitors) {
        return "UPDATE accounts SET monitors = %s WHERE id = '%s'".formatted(monitors, account);
    }

    private static String ended(int number, Integer commit) {
        return "UPDATE monitors SET ended = %d WHERE id = '%s'".formatted(commit, monitor(number));
    }

    @ParameterizedTest
    @MethodSource("deceits")
    void whatCannotHaveHappenedIsFoundOut(Deceit deceit) throws Exception {
        deceive(deceit);
    }
}
