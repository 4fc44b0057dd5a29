package dev.remit.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;

import dev.remit.bank.OwnDatabase;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package, started as a user does. */
class AuditIT {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private AuditProcess process;
    private OwnDatabase database;

    @BeforeEach
    void writeBooks(@TempDir Path folder) throws SQLException {
        process = new AuditProcess(folder);
        database = OwnDatabase.withSchema("audited");
        try (Connection connection = database.connect()) {
            new SampleBooks(connection).write();
        }
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.drop();
    }

    @Test
    void rightBooksEndWithZero() throws Exception {
        AuditProcess.Run run = audit(database.serviceUrl());

        assertThat(run.status()).as(run.err()).isEqualTo(RIGHT);
        assertThat(run.out()).startsWith("The books as of ").endsWith("They are right.\n");
        assertThat(run.out()).containsPattern("transfers +13\n").containsPattern("balances +915\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void wrongBooksEndWithOneAndSayWhat() throws Exception {
        tamper();

        AuditProcess.Run run = audit(database.serviceUrl());

        assertThat(run.status()).as(run.err()).isEqualTo(WRONG);
        assertThat(run.out())
                .contains("all accounts together hold 916, but ")
                .contains("account " + SampleBooks.ANN + ": its row has a balance of 651, but ")
                .endsWith("They are wrong: 2 findings.\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aConflictInTheMiddleBeginsAgainAndSaysNothingTwice() throws Exception {
        tamper();
        try (FaultProxy proxy = FaultProxy.between(database.host(), database.port())) {
            // After the totals, in which the first finding is, have been read.
            proxy.inject(
                    Rule.once(Fault.atStatement("40001"))
                            .where("FROM commits WHERE sequence BETWEEN"));

            AuditProcess.Run run = audit(database.at(proxy.port()).serviceUrl());

            assertThat(proxy.allFired()).isTrue();
            assertThat(run.status()).as(run.err()).isEqualTo(WRONG);
            assertThat(run.out().lines()).filteredOn(line -> line.contains("hold 916")).hasSize(1);
            assertThat(run.out()).endsWith("They are wrong: 2 findings.\n");
        }
    }

    @Test
    void aDatabaseThatGoesAwayIsToldInOneSentence() throws Exception {
        try (FaultProxy proxy = FaultProxy.between(database.host(), database.port())) {
            proxy.inject(
                    Rule.once(Fault.connectionLostAtStatement())
                            .where("FROM commits WHERE sequence BETWEEN")
                            .times(100));

            AuditProcess.Run run = audit(database.at(proxy.port()).serviceUrl());

            assertThat(run.status()).isEqualTo(UNAVAILABLE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .allMatch(line -> line.startsWith("audit: "))
                    .filteredOn(line -> line.startsWith("audit: the database does not answer"))
                    .hasSize(1);
        }
    }

    @Test
    void aSignalEndsItWhateverTheDatabaseIsDoing() throws Exception {
        try (FaultProxy proxy = FaultProxy.between(database.host(), database.port())) {
            proxy.inject(
                    Rule.once(Fault.delayAtStatement(Duration.ofMinutes(9)))
                            .where("FROM commits WHERE sequence BETWEEN"));
            Process audit =
                    process.start(
                            Map.of("DATABASE_URL", database.at(proxy.port()).serviceUrl()),
                            "audit");
            Awaitility.await()
                    .atMost(AuditProcess.PATIENCE_SECONDS, SECONDS)
                    .until(() -> process.read("err").contains("audit: 0 of 13 transfers (0 %)"));

            audit.destroy();

            assertThat(audit.waitFor(AuditProcess.PATIENCE_SECONDS, SECONDS)).isTrue();
            assertThat(audit.exitValue()).isNotIn(RIGHT, WRONG);
            assertThat(process.read("out")).isEmpty();
            assertThat(process.read("err"))
                    .contains("audit: ended before all the books were read.");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneSentence() throws Exception {
        AuditProcess.Run run = audit("postgresql://nobody@127.0.0.1:1/bank");

        assertThat(run.status()).isEqualTo(UNAVAILABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("No database answers at ").hasLineCount(1);
    }

    @Test
    void aHeadThatWasKeptIsExpected() throws Exception {
        AuditProcess.Run run =
                process.run(
                        Map.of("DATABASE_URL", database.serviceUrl()),
                        "audit",
                        "--expect",
                        "1:" + "ab".repeat(32));

        assertThat(run.status()).as(run.err()).isEqualTo(WRONG);
        assertThat(run.out()).contains("commit 1: its hash was to be ababab");
    }

    @Test
    void takesNoArguments() throws Exception {
        AuditProcess.Run run = process.run(Map.of(), "audit", "everything");

        assertThat(run.status()).isEqualTo(USAGE);
        assertThat(run.err())
                .isEqualTo(
                        """
                        audit: unknown option everything.
                        remit audit --help tells what there is.
                        """);
    }

    @Test
    void theServiceAuditsByItselfAndShowsWhatItFound() throws Exception {
        Process service =
                process.start(
                        Map.of(
                                "DATABASE_URL", database.serviceUrl(),
                                "REMIT_AUDIT_INTERVAL", "1s",
                                "QUARKUS_HTTP_HOST", "127.0.0.1",
                                "QUARKUS_HTTP_PORT", "0"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(AuditProcess.PATIENCE_SECONDS, SECONDS)
                    .until(() -> LISTENING.matcher(process.read("out")).find());
            Matcher listening = LISTENING.matcher(process.read("out"));
            assertThat(listening.find()).isTrue();
            URI metrics = URI.create(listening.group(1) + "/q/metrics");
            awaitFindings(client, metrics, "0.0");

            tamper();

            awaitFindings(client, metrics, "2.0");
            assertThat(process.read("out"))
                    .contains(" are right: 3 accounts, 13 transfers")
                    .contains("its row has a balance of 651, but ");
        } finally {
            service.destroy();
            assertThat(service.waitFor(AuditProcess.PATIENCE_SECONDS, SECONDS)).isTrue();
        }
    }

    private static void awaitFindings(HttpClient client, URI metrics, String findings) {
        HttpRequest request = HttpRequest.newBuilder(metrics).build();
        Awaitility.await()
                .atMost(AuditProcess.PATIENCE_SECONDS, SECONDS)
                .until(
                        () -> client.send(request, BodyHandlers.ofString()).body().lines().toList(),
                        hasItems("remit_audit_findings " + findings, "remit_audit_transfers 13.0"));
    }

    private AuditProcess.Run audit(String databaseUrl) throws IOException, InterruptedException {
        return process.run(Map.of("DATABASE_URL", databaseUrl), "audit");
    }

    private void tamper() throws SQLException {
        database.execute(Tampering.account("balance", SampleBooks.ANN, 651).sql());
    }
}
