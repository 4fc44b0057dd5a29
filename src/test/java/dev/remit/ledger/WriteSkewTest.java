package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.database.Failure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A conflict that the database itself finds, and only at COMMIT. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class WriteSkewTest {

    @TestHTTPResource URI service;
    @Inject Ledger ledger;
    @Inject Transactions transactions;
    OwnDatabase database;

    /**
     * The ledger's transaction has looked whether an id is in the journal, and another one, which
     * has read what the ledger's writes, puts it there. Each would be fine after the other, but not
     * both: there is no order for the two.
     */
    @Test
    void aWriteSkewThatTheDatabaseFindsAtCommitIsDecidedAnew() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            UUID third = client.open(5);
            UUID looked = UUID.randomUUID();
            Batch batch =
                    new Batch(
                            List.of(
                                    unit(UUID.randomUUID(), payer, payee, 100),
                                    unit(looked, payer, payee, 5000)));
            int before = transactions.begun();
            transactions.beforeNextCommit(() -> post(looked, payer, third));

            List<List<Outcome>> outcomes = posted(batch).outcomes();

            assertThat(batch.lastFailure()).isEqualTo(new Failure(Failure.Kind.CONFLICT, "40001"));
            assertThat(transactions.begun() - before).isEqualTo(2);
            assertThat(outcomes.getFirst().getFirst()).isInstanceOf(Outcome.Posted.class);
            // The first attempt did not see it in the journal, and found the payer too poor.
            assertThat(outcomes.getLast())
                    .containsExactly(
                            new Outcome.Refused(new Refusal.IdempotencyConflict(looked), 0));
            assertThat(client.balance(payer)).isEqualTo(900);
            assertThat(client.balance(payee)).isEqualTo(100);
            assertThat(client.balance(third)).isEqualTo(6);
        }
        JournalInvariants.assertHold(database);
    }

    private static Unit unit(UUID id, UUID from, UUID to, long amount) {
        return Unit.of(new Command.Post(id, true, from, to, amount, null));
    }

    /** As the committer has it posted. */
    private Decision posted(Batch batch) throws InterruptedException {
        AtomicReference<Decision> decision = new AtomicReference<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread.ofPlatform()
                .name("remit-committer")
                .start(
                        () -> {
                            try {
                                decision.set(ledger.post(batch));
                            } catch (Exception e) {
                                failure.set(e);
                            }
                        })
                .join();
        assertThat(failure).hasNullValue();
        return decision.get();
    }

    /** A deposit of 1, as somebody makes it who has looked at the payer's balance first. */
    private void post(UUID id, UUID read, UUID written) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            statement.execute("SELECT balance FROM accounts WHERE id = '%s'".formatted(read));
            statement.execute(
                    "UPDATE accounts SET balance = 6, version = 2 WHERE id = '%s'"
                            .formatted(written));
            statement.execute(
                    """
                    INSERT INTO transfers (id, to_account, amount, created_at,
                        to_balance, to_version)
                    SELECT '%s', id, 1, posted_at, 6, 2 FROM accounts WHERE id = '%s'"""
                            .formatted(id, written));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
