package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.Packaged;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The service is told to end (SIGTERM) while its database does not answer. */
class EndIT {

    private static final Fault SLOW = Fault.named("commit-delay-60000ms");

    @Test
    void whoWaitsIsAnsweredAndTheProcessEndsInTime() throws Exception {
        OwnDatabase database = OwnDatabase.create("end_without_database");
        int port = Packaged.freePort();
        try (FaultProxy proxy = FaultProxy.between(database.host(), database.port());
                RemitProcess service =
                        RemitProcess.start(database.at(proxy.port()), port).awaitReady();
                RemitClient client = new RemitClient(RemitProcess.service(port))) {
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            proxy.inject(Rule.once(SLOW).times(1000));
            CompletableFuture<Reply> underWay = client.askMeanwhile(Wish.transfer(payer, payee, 1));
            await().until(() -> proxy.injected(SLOW) > 0);

            service.signal("TERM");

            // Within the time for an orderly end (10 s) and a second: not two or three of them.
            assertThat(service.awaitEnd(11, TimeUnit.SECONDS)).isTrue();
            assertThat(underWay.join().slug()).isEqualTo("outcome-unknown");
        }
    }
}
