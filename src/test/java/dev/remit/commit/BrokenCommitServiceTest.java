package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.Bank;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bank test is worth something only if a ledger that is wrong does not pass it. */
@QuarkusTest
@TestProfile(BrokenCommitServiceTest.Broken.class)
class BrokenCommitServiceTest {

    /** The service with a {@link BrokenCommitService} inside. */
    public static final class Broken extends ThroughProxy {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(BrokenCommitService.class);
        }
    }

    private static final Fault AMBIGUOUS = Fault.atCommit("40003").afterExecution();
    private static final int CUSTOMERS = 8;
    private static final int CALLS = 1000;

    /** Some of them meet transactions that only read. */
    private static final int AMBIGUOUS_COMMITS = 30;

    @TestHTTPResource URI service;
    @Inject BrokenCommitService ledger;
    FaultProxy proxy;
    OwnDatabase database;

    @AfterEach
    void noMoreFaults() {
        proxy.quiet();
        ledger.breakIn(BrokenCommitService.Way.NOT_AT_ALL);
    }

    @Test
    void aLedgerThatRunsAnAmbiguousBatchAgainWithoutLookingIsFound() throws Exception {
        List<String> findings =
                findings(
                        BrokenCommitService.Way.RUNS_AGAIN_WITHOUT_LOOKING,
                        1,
                        Map.of(AMBIGUOUS, 0.2),
                        () -> proxy.injected(AMBIGUOUS) >= AMBIGUOUS_COMMITS);

        assertThat(findings).anyMatch(finding -> finding.startsWith("posted twice"));
    }

    @Test
    void aLedgerThatAcknowledgesWithoutPostingIsFound() throws Exception {
        List<String> findings =
                findings(
                        BrokenCommitService.Way.ACKNOWLEDGES_WITHOUT_POSTING,
                        2,
                        Map.of(),
                        after(CALLS));

        assertThat(findings)
                .anyMatch(finding -> finding.startsWith("acknowledged, but not in the journal"));
    }

    /** Otherwise the two above would show nothing. */
    @Test
    void withoutFaultsAndNotBrokenNothingIsFound() throws Exception {
        assertThat(findings(BrokenCommitService.Way.NOT_AT_ALL, 3, Map.of(), after(CALLS)))
                .isEmpty();
    }

    private List<String> findings(
            BrokenCommitService.Way way,
            long seed,
            Map<Fault, Double> faults,
            BooleanSupplier enough)
            throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            Bank bank = new Bank(client, database, CUSTOMERS, seed * CUSTOMERS);
            bank.open();
            ledger.breakIn(way);
            proxy.chaos(seed, faults);
            bank.serve(enough);
            proxy.quiet();
            bank.settle();
            return bank.findings();
        }
    }

    private static BooleanSupplier after(int calls) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > calls;
    }
}
