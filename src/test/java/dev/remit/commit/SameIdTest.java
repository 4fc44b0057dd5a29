package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.Reply;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.Request;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One id, asked for by many at once. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class SameIdTest {

    @TestHTTPResource URI service;
    @Inject CommitService commits;
    OwnDatabase database;

    @AfterEach
    void theBooksAreInOrder() throws SQLException {
        JournalInvariants.assertHold(database);
    }

    @Test
    void fiftyCallsAtOnceArePostedOnceAndAnsweredAlike() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            UUID payer = client.open(1000);
            Wish wish = Wish.transfer(payer, client.open(0), 100);

            List<CompletableFuture<Reply>> calls =
                    Stream.generate(() -> client.askMeanwhile(wish)).limit(50).toList();
            List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();

            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 200)
                    .hasSize(49)
                    .allMatch(Reply::replayed);
            assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
            assertThat(client.balance(payer)).isEqualTo(900);
        }
    }

    /** Two transactions that begin together, as those of two instances do. */
    @RepeatedTest(20)
    void twoTransactionsAtOncePostItOnce() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            UUID payer = client.open(1000);
            Command.Post command =
                    new Command.Post(UUID.randomUUID(), true, payer, client.open(0), 100, null);
            CyclicBarrier together = new CyclicBarrier(2);

            CompletableFuture<Outcome> first = posting(command, together);
            CompletableFuture<Outcome> second = posting(command, together);

            Outcome.Posted one = (Outcome.Posted) first.join();
            Outcome.Posted other = (Outcome.Posted) second.join();
            assertThat(one.transfer()).isEqualTo(other.transfer());
            assertThat(one.replayed()).isNotEqualTo(other.replayed());
            assertThat(client.balance(payer)).isEqualTo(900);
        }
    }

    /** They have no account in common, so nothing but the journal's key stands between them. */
    @RepeatedTest(20)
    void twoTransactionsOfOneIdAndOtherContentAreNotBothPosted() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            UUID id = UUID.randomUUID();
            Command.Post command =
                    new Command.Post(id, true, client.open(1000), client.open(0), 100, null);
            Command.Post another =
                    new Command.Post(id, true, client.open(1000), client.open(0), 100, null);
            CyclicBarrier together = new CyclicBarrier(2);

            CompletableFuture<Outcome> first = posting(command, together);
            CompletableFuture<Outcome> second = posting(another, together);

            assertThat(List.of(first.join(), second.join()))
                    .hasOnlyElementsOfTypes(Outcome.Posted.class, Outcome.Rejected.class)
                    .contains(new Outcome.Rejected(new Rejection.IdempotencyConflict(id), 0));
        }
    }

    private CompletableFuture<Outcome> posting(Command command, CyclicBarrier together) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await();
                        return commits.commit(new Batch(List.of(Request.of(command))))
                                .outcomes()
                                .getFirst()
                                .getFirst();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofPlatform().start(task));
    }
}
