package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Many clients, a database that fails in every way that the proxy knows, and afterwards a look at
 * whether everything that the clients were told is true.
 *
 * <p>{@code -Dremit.bank.seconds=} makes it longer, {@code -Dremit.bank.seed=} repeats the calls
 * and the faults of another run. How the threads meet is not repeated: a seed makes a finding
 * likely to come back, no more.
 */
@QuarkusTest
@TestProfile(ThroughProxy.class)
@Order(RemitApi.LAST)
class BankTest {

    private static final Logger LOG = Logger.getLogger(BankTest.class);

    private static final int CUSTOMERS = 24;
    private static final long SEED = Long.getLong("remit.bank.seed", 20_260_101);
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("remit.bank.seconds", 20));

    private static final Map<Fault, Double> FAULTS =
            Map.ofEntries(
                    Map.entry(Fault.atStatement("40001"), 0.01),
                    Map.entry(Fault.atStatement("40P01"), 0.002),
                    Map.entry(Fault.atStatement("57P01"), 0.002),
                    Map.entry(Fault.atStatement("57014"), 0.002),
                    Map.entry(Fault.connectionLostAtStatement(), 0.002),
                    Map.entry(Fault.delayAtStatement(Duration.ofMillis(50)), 0.002),
                    Map.entry(Fault.atCommit("40001"), 0.03),
                    Map.entry(Fault.atCommit("40003"), 0.01),
                    Map.entry(Fault.atCommit("40003").afterExecution(), 0.02),
                    Map.entry(Fault.atCommit("57P01"), 0.005),
                    Map.entry(Fault.atCommit("57P01").afterExecution(), 0.01),
                    Map.entry(Fault.connectionLostAtCommit(), 0.01),
                    Map.entry(Fault.connectionLostAtCommit().afterExecution(), 0.02),
                    Map.entry(
                            Fault.connectionLostAtCommit().executedLater(Duration.ofMillis(100)),
                            0.01),
                    Map.entry(Fault.delayAtCommit(Duration.ofMillis(50)), 0.01));

    @TestHTTPResource URI service;
    FaultProxy proxy;
    OwnDatabase database;

    @AfterEach
    void noMoreFaults() {
        proxy.quiet();
    }

    @Test
    void whateverBreaksWhatClientsWereToldIsTrue() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            Bank bank = new Bank(client, database, CUSTOMERS, SEED);
            bank.open();
            AtomicBoolean closingTime = new AtomicBoolean();
            proxy.chaos(SEED, FAULTS);
            Thread outages =
                    Thread.ofPlatform()
                            .name("outages")
                            .start(
                                    () -> {
                                        new Outages(proxy, SEED).happenFor(TIME);
                                        closingTime.set(true);
                                    });
            bank.serve(closingTime::get);
            outages.join();
            proxy.quiet();
            bank.settle();

            LOG.infof("Seed %d: %s; faults: %s", SEED, bank.report(), proxy.injected());
            assertThat(bank.findings()).as("seed %d", SEED).isEmpty();
            assertThat(bank.report().count("posted")).isGreaterThan(100);
            assertThat(bank.report().count("replayed")).isPositive();
            assertThat(bank.report().count("idempotency-conflict")).isPositive();
            assertThat(bank.report().count("insufficient-funds")).isPositive();
            assertThat(bank.report().totalReads()).isPositive();
            for (String kind : List.of("hold", "capture", "void", "reversal")) {
                assertThat(
                                database.number(
                                        "SELECT count(*) FROM transfers WHERE kind = '%s'"
                                                .formatted(kind)))
                        .as(kind)
                        .isPositive();
            }
            assertThat(database.number("SELECT count(*) FROM commits WHERE events LIKE '%x%'"))
                    .isPositive();
        }
    }
}
