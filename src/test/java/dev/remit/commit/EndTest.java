package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.FaultProxy.Held;
import dev.remit.ledger.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service has to end while the database does not answer. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class EndTest extends WithQueue {

    @Inject Transactions transactions;
    FaultProxy proxy;

    @AfterEach
    void hearAgain() {
        proxy.hearAgain(Held.DROPPED);
    }

    @Test
    void everybodyIsAnsweredWithinTheTimeForAnOrderlyEnd() throws Exception {
        start(QueueLimits.usual().withDrainTimeout(Duration.ofMillis(300)));
        CountDownLatch silence = new CountDownLatch(1);
        transactions.beforeNextCommit(
                () -> {
                    proxy.deaf();
                    silence.countDown();
                });
        CompletableFuture<List<Outcome>> underWay = submit(post(payer, payee, 1));
        silence.await();
        CompletableFuture<List<Outcome>> waiting = submit(post(payer, payee, 1));

        queue.close();

        // Nobody has to wait for them any more.
        assertThat(List.of(underWay, waiting)).allMatch(CompletableFuture::isDone);
        assertThat(reason(underWay)).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(reason(waiting)).isEqualTo(Reason.SHUTTING_DOWN);
        assertThat(reason(submit(post(payer, payee, 1)))).isEqualTo(Reason.SHUTTING_DOWN);
    }
}
