package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.Movement;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Request;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An orderly end loses nothing and posts nothing in secret. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class CommitQueueCloseTest {

    private static final int CALLERS = 20;

    /** Then the queue is closed, while all the callers go on. */
    private static final int BEFORE_THE_END = 500;

    /** Who has not been answered by then never will be. */
    private static final long FOR_EVER_SECONDS = 30;

    @TestHTTPResource URI service;
    @Inject CommitService commits;
    @Inject CommitMetrics metrics;
    @Inject CommitTracing tracing;
    @Inject Event<Committed> committed;
    OwnDatabase database;

    private final Set<UUID> posted = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Reason> refused = new ConcurrentHashMap<>();

    @Test
    void whatWasAcknowledgedIsPostedAndWhatWasNotIsNot() throws Exception {
        UUID payer;
        UUID payee;
        try (RemitClient client = new RemitClient(service)) {
            payer = client.open(1_000_000);
            payee = client.open(0);
        }
        CommitQueue queue =
                new CommitQueue(
                        new Committer(commits, metrics, tracing, committed),
                        QueueLimits.usual(),
                        new SimpleMeterRegistry());
        queue.start();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_END);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> callUntilRefused(queue, payer, payee, enough));
            }
            enough.await();
            queue.close();
            // Nobody is left waiting: the callers end, because each has been answered.
        }

        assertThat(posted).hasSizeGreaterThanOrEqualTo(BEFORE_THE_END);
        assertThat(refused.values()).hasSize(CALLERS).containsOnly(Reason.SHUTTING_DOWN);
        try (Connection connection = database.connect()) {
            assertThat(
                            Movement.journal(connection).stream()
                                    .filter(movement -> payer.equals(movement.from()))
                                    .map(Movement::id)
                                    .collect(Collectors.toSet()))
                    .isEqualTo(posted);
        }
        JournalInvariants.assertHold(database);
    }

    private void callUntilRefused(
            CommitQueue queue, UUID payer, UUID payee, CountDownLatch enough) {
        boolean open = true;
        while (open) {
            UUID id = UUID.randomUUID();
            Request unit = Request.of(new Command.Post(id, true, payer, payee, 1, null));
            CompletableFuture<?> answer = queue.submit(unit).toCompletableFuture();
            try {
                answer.get(FOR_EVER_SECONDS, TimeUnit.SECONDS);
                posted.add(id);
                enough.countDown();
            } catch (ExecutionException e) {
                refused.put(id, ((NotCommitted) e.getCause()).reason());
                open = false;
            } catch (InterruptedException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
