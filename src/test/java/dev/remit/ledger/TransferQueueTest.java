package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.ledger.PostingFailed.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits in the queue, in which order they are posted, and who is told what. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class TransferQueueTest {

    @TestHTTPResource URI service;
    @Inject Committer committer;
    OwnDatabase database;

    private TransferQueue queue;
    private UUID payer;
    private UUID payee;
    private UUID gate;

    @BeforeEach
    void openAccounts() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            payer = client.open(1000);
            payee = client.open(0);
            gate = client.open(1000);
        }
    }

    @AfterEach
    void theBooksAreInOrder() throws SQLException {
        queue.close();
        JournalInvariants.assertHold(database);
    }

    @Test
    void aBatchIsPostedInOrderOfArrival() throws Exception {
        start(QueueSettings.usual());
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
            for (int i = 0; i < 200; i++) {
                answers.add(submit(post(payer, payee, 1 + i % 3)));
            }
        }
        long balance = 1000;
        for (int i = 0; i < 200; i++) {
            Posting posting = posting(answers.get(i));
            balance -= 1 + i % 3;
            // The opening deposit was version 1.
            assertThat(posting.from()).isEqualTo(new Posting.Side(payer, balance, i + 2L));
            assertThat(posting.createdAt()).isEqualTo(posting(answers.getFirst()).createdAt());
        }
    }

    @Test
    void aBatchIsNoLargerThanItsLimitAndTheOrderStays() throws Exception {
        start(QueueSettings.usual().withBatchLimit(7));
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
            for (int i = 0; i < 50; i++) {
                answers.add(submit(post(payer, payee, 1)));
            }
        }
        for (int i = 0; i < 50; i++) {
            assertThat(posting(answers.get(i)).from().version()).isEqualTo(i + 2L);
        }
        assertThat(answers.stream().map(answer -> posting(answer).createdAt()).distinct())
                .hasSizeBetween(2, 8);
    }

    @Test
    void everyCallerGetsItsOwnOutcome() throws Exception {
        start(QueueSettings.usual());
        List<Command.Post> commands = new ArrayList<>();
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
            for (int i = 0; i < 100; i++) {
                // Every other one asks for more than there is.
                Command.Post command = post(payer, payee, i % 2 == 0 ? 10 : 5000);
                commands.add(command);
                answers.add(submit(command));
            }
        }
        for (int i = 0; i < 100; i++) {
            Outcome outcome = answers.get(i).join().getFirst();
            if (i % 2 == 0) {
                assertThat(posting(answers.get(i)).id()).isEqualTo(commands.get(i).id());
            } else {
                Refusal refusal = ((Outcome.Refused) outcome).refusal();
                long left = 1000 - 10L * (i / 2 + 1);
                assertThat(refusal).isEqualTo(new Refusal.InsufficientFunds(payer, left, 5000));
            }
        }
    }

    @Test
    void whoComesWhenTheQueueIsFullIsToldAtOnce() throws Exception {
        start(QueueSettings.usual().withCapacity(3));
        List<CompletableFuture<List<Outcome>>> waiting = new ArrayList<>();
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
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
        start(QueueSettings.usual().withPatience(Duration.ofMillis(200)));
        Command.Post late = post(payer, payee, 1);
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
            CompletableFuture<List<Outcome>> refused = submit(late);

            // While the committer is still held up.
            assertThat(reason(refused)).isEqualTo(Reason.OVERLOADED);
            assertThat(queue.depth()).isZero();
        }
        assertThat(posting(submit(post(payer, payee, 10))).from().balance()).isEqualTo(990);
        assertThat(rows("id = '" + late.id() + "'")).isZero();
    }

    /** Whatever the database will not take, its neighbours had nothing to do with it. */
    @Test
    void aPoisonedUnitIsAloneInItsFailure() throws Exception {
        start(QueueSettings.usual());
        database.execute(
                "ALTER TABLE transfers ADD CONSTRAINT poison CHECK (reference <> 'poison')");
        try {
            List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
            try (Gate held = Gate.at(gate, database)) {
                holdUpAt(held);
                for (int i = 0; i < 20; i++) {
                    String reference = i == 3 || i == 17 ? "poison" : "good";
                    answers.add(
                            submit(
                                    new Command.Post(
                                            UUID.randomUUID(), true, payer, payee, 1, reference)));
                }
            }
            for (int i = 0; i < 20; i++) {
                if (i == 3 || i == 17) {
                    assertThat(reason(answers.get(i))).isEqualTo(Reason.INTERNAL);
                } else {
                    assertThat(posting(answers.get(i)).amount()).isEqualTo(1);
                }
            }
            assertThat(rows("from_account = '" + payer + "'")).isEqualTo(18);
        } finally {
            database.execute("ALTER TABLE transfers DROP CONSTRAINT poison");
        }
    }

    @Test
    void theSameIdTwiceInOneBatchIsPostedOnce() throws Exception {
        start(QueueSettings.usual());
        Command.Post command = post(payer, payee, 10);
        CompletableFuture<List<Outcome>> first;
        CompletableFuture<List<Outcome>> second;
        CompletableFuture<List<Outcome>> other;
        try (Gate held = Gate.at(gate, database)) {
            holdUpAt(held);
            first = submit(command);
            second = submit(command);
            other = submit(post(payer, payee, 10));
        }
        assertThat(first.join()).containsExactly(new Outcome.Posted(posting(first), false));
        assertThat(second.join()).containsExactly(new Outcome.Posted(posting(first), true));
        assertThat(posting(other).from().balance()).isEqualTo(980);
        assertThat(rows("from_account = '" + payer + "'")).isEqualTo(2);
    }

    private void start(QueueSettings settings) {
        queue = new TransferQueue(committer, settings, new SimpleMeterRegistry());
        queue.start();
    }

    /** What is submitted from now on waits, and is one batch when the gate is opened. */
    private void holdUpAt(Gate held) {
        submit(post(held.account(), payee, 1));
        await().until(() -> queue.depth() == 0);
    }

    private CompletableFuture<List<Outcome>> submit(Command command) {
        return queue.submit(Unit.of(command)).toCompletableFuture();
    }

    private static Command.Post post(UUID from, UUID to, long amount) {
        return new Command.Post(UUID.randomUUID(), true, from, to, amount, null);
    }

    private static Posting posting(CompletableFuture<List<Outcome>> answer) {
        return ((Outcome.Posted) answer.join().getFirst()).posting();
    }

    private static Reason reason(CompletableFuture<List<Outcome>> answer) {
        List<Reason> reasons = new ArrayList<>();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(e -> reasons.add(((PostingFailed) e.getCause()).reason()));
        return reasons.getFirst();
    }

    private long rows(String condition) throws SQLException {
        return database.number("SELECT count(*) FROM transfers WHERE " + condition);
    }
}
