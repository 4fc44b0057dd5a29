package dev.remit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.bank.WithTwoAccounts;
import dev.remit.faults.Fault;
import dev.remit.faults.Rule;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that fails for longer than a commit is tried keeps no row out, and lets none in twice.
 */
@QuarkusTest
@TestProfile(ThroughProxy.Impatient.class)
class ImporterFaultsTest extends WithTwoAccounts {

    private static final int ROWS = 1_500;

    /** More often than one request is tried. */
    private static final int FAILURES = ThroughProxy.Impatient.RETRIES + 4;

    @TempDir Path folder;

    @Inject Importer importer;

    @ParameterizedTest
    @ValueSource(strings = {"statement-lost", "statement-57P01", "statement-40001"})
    void whatFailsIsAskedForAgainInItsOrder(String fault) throws Exception {
        proxy.inject(Rule.once(Fault.named(fault)).where("FROM ledgers").after(1).times(FAILURES));

        ImportResult result = run();

        assertThat(proxy.allFired()).isTrue();
        assertThat(result).isEqualTo(new ImportResult(2 * ROWS, 0, 0, true));
        assertThat(client.balance(payee)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit-lost", "commit-lost-executed", "commit-40003-executed"})
    void whatIsInDoubtIsSettled(String fault) throws Exception {
        proxy.inject(Fault.named(fault));
        proxy.inject(
                Rule.once(Fault.connectionLostAtStatement())
                        .where("FROM ledgers")
                        .after(1)
                        .times(FAILURES));

        ImportResult result = run();

        assertThat(proxy.allFired()).isTrue();
        assertThat(result.rows()).isEqualTo(2 * ROWS);
        assertThat(result.rejected()).isZero();
        assertThat(client.balance(payee)).isEqualTo(ROWS);
    }

    private ImportResult run() throws Exception {
        StringBuilder rows = new StringBuilder("id,from,to,amount\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("%s,,%s,1\n".formatted(UUID.randomUUID(), payer));
            rows.append("%s,%s,%s,1\n".formatted(UUID.randomUUID(), payer, payee));
        }
        Path file = Files.writeString(folder.resolve("x.csv"), rows);
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        ImportRun run =
                importer.run(
                        ImportSource.of(file.toString(), null),
                        null,
                        new PrintStream(report, true, StandardCharsets.UTF_8));
        ImportResult result = run.run();
        assertThat(report.toString(StandardCharsets.UTF_8)).isEmpty();
        return result;
    }
}
