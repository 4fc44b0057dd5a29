package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nobody waits without limit, neither in number nor in time. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class CommitQueueLimitsTest extends WithQueue {

    @Test
    void whoComesWhenTheQueueIsFullIsToldAtOnce() throws Exception {
        start(QueueLimits.usual().withCapacity(3));
        List<CompletableFuture<List<Outcome>>> waiting = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            for (int i = 0; i < 3; i++) {
                waiting.add(submit(post(payer, payee, 1)));
            }
            Command.Post tooMuch = post(payer, payee, 1);
            CompletableFuture<List<Outcome>> refused = submit(tooMuch);

            assertThat(refused).isDone();
            assertThat(reason(refused)).isEqualTo(Reason.OVERLOADED);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }
        assertThat(waiting).allSatisfy(answer -> assertThat(posting(answer)).isNotNull());
        assertThat(rows("from_account = '" + payer + "'")).isEqualTo(3);
        assertThat(queue.depth()).isZero();
    }

    @Test
    void whoHasWaitedTooLongIsRefusedAndNeverPosted() throws Exception {
        start(QueueLimits.usual().withPatience(Duration.ofMillis(200)));
        Command.Post late = post(payer, payee, 1);
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            CompletableFuture<List<Outcome>> refused = submit(late);

            // While the committer is still held up.
            assertThat(reason(refused)).isEqualTo(Reason.OVERLOADED);
            assertThat(queue.depth()).isZero();
        }
        assertThat(posting(submit(post(payer, payee, 10))).from().balance()).isEqualTo(990);
        assertThat(rows("id = '" + late.id() + "'")).isZero();
    }
}
