package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import dev.remit.ledger.Transfer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys are not looked up as long as all of them are new; whoever gives one again has the answer of
 * the first time.
 */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class NewKeysTest extends WithQueue {

    private static final Rule AT_LOOK_UP =
            Rule.once(Fault.atStatement("40001")).where("FROM transfers");

    @Inject Transactions transactions;
    FaultProxy proxy;

    @BeforeEach
    void begin() {
        start(QueueLimits.usual());
    }

    @AfterEach
    void quiet() {
        proxy.quiet();
    }

    @Test
    void newOnesAreNotLookedUp() throws SQLException {
        allKeysAreNew();
        proxy.inject(AT_LOOK_UP);

        posting(submit(post(payer, payee, 1)));

        assertThat(proxy.unfired()).containsExactly(AT_LOOK_UP);
    }

    @Test
    void oneThatIsKnownCostsAnotherAttemptAndThenAllAreLookedUp() throws SQLException {
        Command.Post known = post(payer, payee, 100);
        Transfer transfer = postedLongAgo(known);

        assertThat(attempts(() -> assertReplayed(known, transfer))).isEqualTo(2);
        assertThat(attempts(() -> assertReplayed(known, transfer))).isEqualTo(1);
        proxy.inject(AT_LOOK_UP);
        assertThat(attempts(() -> posting(submit(post(payer, payee, 1))))).isEqualTo(2);
        assertThat(balance(payer)).isEqualTo(899);
    }

    /** Without money nothing would be written that could fail. */
    @Test
    void whoIsToBeRejectedIsLookedUpFirst() throws SQLException {
        Command.Post known = post(payer, payee, 1000);
        Transfer transfer = postedLongAgo(known);

        assertThat(attempts(() -> assertReplayed(known, transfer))).isEqualTo(1);
        assertThat(balance(payer)).isZero();
    }

    @Test
    void aDryRunLooksUp() throws SQLException {
        Command.Post known = post(payer, payee, 100);
        Transfer transfer = postedLongAgo(known);

        List<Outcome> outcomes =
                queue.submit(Request.of(known).dry(true)).toCompletableFuture().join();

        assertThat(outcomes).containsExactly(new Outcome.Posted(transfer, true));
    }

    private Transfer postedLongAgo(Command.Post known) {
        Transfer transfer = posting(submit(known));
        allKeysAreNew();
        return transfer;
    }

    private void assertReplayed(Command.Post known, Transfer transfer) {
        assertThat(submit(known).join()).containsExactly(new Outcome.Posted(transfer, true));
    }

    /** For so long that nobody expects anything else any more. */
    private void allKeysAreNew() {
        for (int i = 0; i < CommitService.LOOK_UPS; i++) {
            posting(submit(post(gate, payee, 1)));
        }
    }

    private int attempts(Runnable posting) {
        int before = transactions.begun();
        posting.run();
        return transactions.begun() - before;
    }

    private long balance(UUID account) throws SQLException {
        return database.number("SELECT balance FROM accounts WHERE id = '" + account + "'");
    }
}
