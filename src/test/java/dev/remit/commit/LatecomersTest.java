package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Rejection;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who comes while a batch waits for the commit of another instance goes into it. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class LatecomersTest extends WithQueue {

    @Inject AnotherInstance another;

    @Test
    void whateverTheyNeedIsReadForThem() throws Exception {
        start(QueueLimits.usual());
        UUID stranger;
        try (RemitClient client = new RemitClient(api)) {
            stranger = client.open(0);
        }
        Command.Post known = post(payer, payee, 5);
        posting(submit(known));
        takeTurnsWith(another);
        CompletableFuture<Decision> theirs;
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            theirs = another.commit(post(gate, payee, 1));
            closed.awaitCommits(1);
            answers.add(submit(post(payer, payee, 10)));
            closed.awaitCommits(2);
            answers.add(submit(post(payer, stranger, 20)));
            answers.add(submit(post(stranger, payer, 21)));
            answers.add(submit(known));
            answers.add(submit(post(stranger, payer, 20)));
        }
        long sequence = theirs.join().commit().sequence() + 1;
        assertThat(posting(answers.get(0)).sequence()).isEqualTo(sequence);
        assertThat(posting(answers.get(1)).sequence()).isEqualTo(sequence);
        assertThat(answers.get(2).join())
                .containsExactly(
                        new Outcome.Rejected(
                                new Rejection.InsufficientFunds(stranger, 20, 20, 21), 0));
        assertThat(answers.get(3).join())
                .singleElement()
                .isEqualTo(new Outcome.Posted(posting(answers.get(3)), true));
        assertThat(posting(answers.get(4)).sequence()).isEqualTo(sequence);
        assertThat(posting(answers.get(4)).to().balance()).isEqualTo(985);
    }

    @Test
    void theyAreAnsweredWhateverGoesWrong() throws Exception {
        start(QueueLimits.usual());
        CompletableFuture<List<Outcome>> early;
        CompletableFuture<List<Outcome>> late;
        takeTurnsWith(another);
        try (Gate closed = Gate.closed(database)) {
            another.commit(post(gate, payee, 1));
            closed.awaitCommits(1);
            early = submit(post(payer, payee, 10));
            closed.awaitCommits(2);
            Scope broken = brokenSpan().makeCurrent();
            late = submit(post(payer, payee, 20));
            broken.close();
        }
        assertThat(reason(early)).isEqualTo(Reason.INTERNAL);
        assertThat(reason(late)).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(posting(submit(post(payer, payee, 30))).from().balance()).isEqualTo(970);
    }

    /** Of which nobody can be told more: the committer fails when it looks at it. */
    private static Span brokenSpan() {
        return (Span)
                Proxy.newProxyInstance(
                        Span.class.getClassLoader(),
                        new Class<?>[] {Span.class},
                        (span, method, arguments) -> {
                            if (method.getName().equals("isRecording")) {
                                throw new OutOfMemoryError("as a test wants it");
                            }
                            return method.isDefault()
                                    ? InvocationHandler.invokeDefault(span, method, arguments)
                                    : method.invoke(Span.getInvalid(), arguments);
                        });
    }

    @Test
    void theyAreNoMoreThanThereIsRoomFor() throws Exception {
        start(QueueLimits.usual().withBatchLimit(3));
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        CompletableFuture<Decision> theirs;
        takeTurnsWith(another);
        try (Gate closed = Gate.closed(database)) {
            theirs = another.commit(post(gate, payee, 1));
            closed.awaitCommits(1);
            answers.add(submit(post(payer, payee, 10)));
            closed.awaitCommits(2);
            for (int i = 0; i < 5; i++) {
                answers.add(submit(post(payer, payee, 10)));
            }
        }
        long first = theirs.join().commit().sequence() + 1;
        assertThat(answers)
                .extracting(answer -> posting(answer).sequence() - first)
                .containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(queue.depth()).isZero();
    }

    /** It asks for the head and for all that it needs at once, as if it still were alone. */
    @Test
    void nobodyJoinsTheFirstCommitThatIsNotAlone() throws Exception {
        start(QueueLimits.usual());
        posting(submit(post(payer, payee, 1)));
        posting(submit(post(payer, payee, 1)));
        CompletableFuture<Decision> theirs;
        CompletableFuture<List<Outcome>> early;
        CompletableFuture<List<Outcome>> late;
        try (Gate closed = Gate.closed(database)) {
            theirs = another.commit(post(gate, payee, 1));
            closed.awaitCommits(1);
            early = submit(post(payer, payee, 10));
            closed.awaitCommits(2);
            late = submit(post(payer, payee, 20));
        }
        long sequence = theirs.join().commit().sequence();
        assertThat(posting(early).sequence()).isEqualTo(sequence + 1);
        assertThat(posting(late).sequence()).isEqualTo(sequence + 2);
    }
}
