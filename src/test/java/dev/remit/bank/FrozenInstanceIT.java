package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.Packaged;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * An instance is frozen (SIGSTOP) while it has the head of the ledger: it says nothing and gives
 * nothing back. The database ends its session, and the other instance goes on.
 */
class FrozenInstanceIT {

    private static final int CALLERS = 16;
    private static final int TRANSFERS = 50;

    /** Sessions of commits that are in a transaction and wait for their instance. */
    private static final String IDLE_IN_COMMIT =
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'remit commits'
              AND state = 'idle in transaction'""";

    private final OwnDatabase database = OwnDatabase.create("frozen_instance");
    @AutoClose private RemitProcess one;
    @AutoClose private RemitProcess other;
    @AutoClose private RemitClient here;
    @AutoClose private RemitClient there;

    @Test
    void theOtherGoesOnAndNothingIsLost() throws Exception {
        int first = Packaged.freePort();
        int second = Packaged.freePort();
        one = RemitProcess.start(database, first);
        other = RemitProcess.start(database, second);
        one.awaitReady();
        other.awaitReady();
        here = new RemitClient(RemitProcess.service(first));
        there = new RemitClient(RemitProcess.service(second));
        UUID payer = here.open(1_000_000);
        UUID payee = here.open(0);
        AtomicBoolean enough = new AtomicBoolean();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(
                    CompletableFuture.runAsync(
                            () -> call(payer, payee, enough), Thread::startVirtualThread));
        }

        await().atMost(Duration.ofMinutes(1)).until(this::isFrozenInACommit);
        for (int i = 0; i < TRANSFERS; i++) {
            Reply reply = there.ask(Wish.transfer(payer, payee, 1));
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }

        one.signal("CONT");
        enough.set(true);
        callers.forEach(CompletableFuture::join);
        assertThat(here.balance(payer) + here.balance(payee)).isEqualTo(1_000_000);
        JournalInvariants.assertHold(database);
    }

    private void call(UUID payer, UUID payee, AtomicBoolean enough) {
        while (!enough.get()) {
            Reply reply = here.askMeanwhile(Wish.transfer(payer, payee, 1)).join();
            // Those who were caught by it are told that they may try again.
            assertThat(reply.status()).as("%s", reply).isIn(201, 503);
        }
    }

    /** Freezes the instance, and lets it go on unless it happened to be within a commit. */
    private boolean isFrozenInACommit() throws IOException, InterruptedException, SQLException {
        one.signal("STOP");
        if (database.number(IDLE_IN_COMMIT) > 0) {
            return true;
        }
        one.signal("CONT");
        return false;
    }
}
