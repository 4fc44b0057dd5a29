package dev.remit.commit;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A queue of a test's own, in front of the service's ledger, and accounts to post on. */
abstract class WithQueue {

    @TestHTTPResource URI api;
    @Inject CommitService service;
    @Inject CommitMetrics metrics;
    @Inject CommitTracing tracing;
    @Inject Event<Committed> committed;
    OwnDatabase database;

    Committer committer;
    CommitQueue queue;
    UUID payer;
    UUID payee;
    UUID gate;

    @BeforeEach
    void openAccounts() throws Exception {
        try (RemitClient client = new RemitClient(api)) {
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

    void start(QueueLimits settings) {
        committer = new Committer(service, metrics, tracing, committed);
        queue = new CommitQueue(committer, settings, new SimpleMeterRegistry());
        queue.start();
    }

    /** What is submitted from now on waits, and is one batch when the gate is opened. */
    void holdUp(Gate closed) {
        submit(post(gate, payee, 1));
        closed.awaitCommit();
    }

    /** Whatever waits for its turn from now on lets others join. */
    void takeTurnsWith(AnotherInstance another) throws Exception {
        another.commit(post(gate, payee, 1)).join();
        QueueAnswers.posting(submit(post(gate, payee, 1)));
    }

    CompletableFuture<List<Outcome>> submit(Command command) {
        return queue.submit(Request.of(command)).toCompletableFuture();
    }

    static Command.Post post(UUID from, UUID to, long amount) {
        return new Command.Post(UUID.randomUUID(), true, from, to, amount, null);
    }

    long rows(String condition) throws SQLException {
        return database.number("SELECT count(*) FROM transfers WHERE " + condition);
    }
}
