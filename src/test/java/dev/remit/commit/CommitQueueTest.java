package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.Transfer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** In which order and in which company commands are posted, and who is told what. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class CommitQueueTest extends WithQueue {

    @Test
    void aBatchIsPostedInOrderOfArrival() throws Exception {
        start(QueueLimits.usual());
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            for (int i = 0; i < 200; i++) {
                answers.add(submit(post(payer, payee, 1 + i % 3)));
            }
        }
        long balance = 1000;
        for (int i = 0; i < 200; i++) {
            Transfer transfer = posting(answers.get(i));
            balance -= 1 + i % 3;
            // The opening deposit was version 1.
            assertThat(transfer.from()).isEqualTo(new Entry(payer, balance, i + 2L));
            assertThat(transfer.createdAt()).isEqualTo(posting(answers.getFirst()).createdAt());
        }
    }

    @Test
    void aBatchIsNoLargerThanItsLimitAndTheOrderStays() throws Exception {
        start(QueueLimits.usual().withBatchLimit(7));
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
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
        start(QueueLimits.usual());
        List<Command.Post> commands = new ArrayList<>();
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
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
                Rejection refusal = ((Outcome.Rejected) outcome).rejection();
                long left = 1000 - 10L * (i / 2 + 1);
                assertThat(refusal)
                        .isEqualTo(new Rejection.InsufficientFunds(payer, left, left, 5000));
            }
        }
    }

    /** Whatever the database will not take, its neighbours had nothing to do with it. */
    @Test
    void aPoisonedUnitIsAloneInItsFailure() throws Exception {
        start(QueueLimits.usual());
        database.execute(
                "ALTER TABLE transfers ADD CONSTRAINT poison CHECK (reference <> 'poison')");
        try {
            List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
            try (Gate closed = Gate.closed(database)) {
                holdUp(closed);
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
        start(QueueLimits.usual());
        Command.Post command = post(payer, payee, 10);
        CompletableFuture<List<Outcome>> first;
        CompletableFuture<List<Outcome>> second;
        CompletableFuture<List<Outcome>> other;
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            first = submit(command);
            second = submit(command);
            other = submit(post(payer, payee, 10));
        }
        assertThat(first.join()).containsExactly(new Outcome.Posted(posting(first), false));
        assertThat(second.join()).containsExactly(new Outcome.Posted(posting(first), true));
        assertThat(posting(other).from().balance()).isEqualTo(980);
        assertThat(rows("from_account = '" + payer + "'")).isEqualTo(2);
    }
}
