package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody outside holds the row of one account, and does not let go of it. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class LockedRowTest extends WithQueue {

    private static final int OTHERS = 30;
    private static final int ROUNDS = 5;

    @Inject MeterRegistry registry;
    UUID locked;

    @BeforeEach
    void openOneMore() throws Exception {
        try (RemitClient client = new RemitClient(api)) {
            locked = client.open(0);
        }
    }

    @Test
    void onlyWhoWantsThatAccountIsRefused() throws Exception {
        start(QueueLimits.usual());
        try (Connection outsider = locking(locked)) {
            List<CompletableFuture<List<Outcome>>> others = new ArrayList<>();
            CompletableFuture<List<Outcome>> guilty;
            try (Gate closed = Gate.closed(database)) {
                holdUp(closed);
                for (int i = 0; i < OTHERS; i++) {
                    others.add(submit(post(payer, gate, 1)));
                }
                guilty = submit(post(payer, locked, 1));
                for (int i = 0; i < OTHERS; i++) {
                    others.add(submit(post(gate, payer, 1)));
                }
            }
            assertThat(others).allSatisfy(answer -> assertThat(posting(answer)).isNotNull());
            assertThat(reason(guilty)).isEqualTo(Reason.CONTENTION);
            outsider.rollback();
        }
        assertThat(posting(submit(post(payer, locked, 1))).to().balance()).isEqualTo(1);
    }

    /** However often somebody asks for it: the others wait for the row once, and not each time. */
    @Test
    void whoAsksAgainHoldsUpNobody() throws Exception {
        start(QueueLimits.usual());
        double before = waits();
        try (Connection outsider = locking(locked)) {
            for (int round = 0; round < ROUNDS; round++) {
                CompletableFuture<List<Outcome>> guilty = submit(post(payer, locked, 1));
                CompletableFuture<List<Outcome>> other = submit(post(payer, gate, 1));

                assertThat(posting(other)).isNotNull();
                assertThat(reason(guilty)).isEqualTo(Reason.CONTENTION);
            }
            assertThat(waits() - before).isEqualTo(1);
            outsider.rollback();
        }
    }

    /** Commits that waited for a lock until the limit was over, and were run again. */
    private double waits() {
        return registry.counter("remit.retries", "sqlstate", "55P03").count();
    }

    private Connection locking(UUID account) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT id FROM accounts WHERE id = '%s' FOR UPDATE".formatted(account));
        }
        return connection;
    }
}
