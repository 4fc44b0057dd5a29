package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** Something happens in the committer that must not. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class DefectTest extends WithQueue {

    /** Runs out of memory at its first commit. */
    private static final class Exhausted extends CommitService {

        private final CommitService service;
        private boolean isExhausted = true;

        Exhausted(CommitService service) {
            super(null, null);
            this.service = service;
        }

        @Override
        public Decision commit(Batch batch) throws SQLException {
            if (isExhausted) {
                isExhausted = false;
                throw new OutOfMemoryError("as a test wants it");
            }
            return service.commit(batch);
        }
    }

    @Inject MeterRegistry meters;

    @Test
    void itsCallersAreAnsweredCommitsGoOnAndTheProcessIsSaidToBeIll() throws Exception {
        committer = new Committer(new Exhausted(service), metrics, tracing, committed);
        queue = new CommitQueue(committer, QueueLimits.usual(), new SimpleMeterRegistry());
        queue.start();
        CommitterHealth health = new CommitterHealth(committer);
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        double defects = defects();

        assertThat(reason(submit(post(payer, payee, 1)))).isEqualTo(Reason.INTERNAL);

        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(defects()).isEqualTo(defects + 1);
        assertThat(posting(submit(post(payer, payee, 2))).to().balance()).isEqualTo(2);
    }

    private double defects() {
        return meters.get("remit.committer.defects").counter().count();
    }
}
