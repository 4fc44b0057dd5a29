package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.bank.Reply;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy.Held;
import dev.remit.faults.Rule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database goes on failing until the service gives up: what callers are told then. */
@QuarkusTest
@TestProfile(ThroughProxy.Impatient.class)
class LastResortTest extends WithTwoAccounts {

    private static final int FOR_EVER = 1_000_000;

    @Inject Transactions transactions;
    @Inject MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"commit-40001", "statement-40001", "statement-40P01"})
    void aConflictThatDoesNotEndIsContentionAndPostsNothing(String fault) throws IOException {
        int before = transactions.begun();
        double counted = rejections("contention");
        proxy.inject(Rule.once(Fault.named(fault)).times(FOR_EVER));

        Reply reply = client.ask(Wish.transfer(payer, payee, 100));

        assertTemporary(reply, "contention");
        assertThat(rejections("contention")).isEqualTo(counted + 1);
        assertThat(transactions.begun() - before).isBetween(2, ThroughProxy.Impatient.RETRIES + 1);
        proxy.quiet();
        assertThat(client.balance(payer)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement-57P01",
                "statement-57P05",
                "statement-25P03",
                "statement-25006",
                "statement-53100",
                "statement-57014",
                "statement-lost"
            })
    void aDatabaseThatDoesNotComeBackIsUnavailableAndPostsNothing(String fault) throws IOException {
        proxy.inject(Rule.once(Fault.named(fault)).where("FROM ledgers").times(FOR_EVER));

        assertTemporary(client.ask(Wish.transfer(payer, payee, 100)), "database-unavailable");

        proxy.quiet();
        assertThat(client.balance(payer)).isEqualTo(1000);
    }

    /** Whether it was is what the database did, and a later call finds out. */
    @ParameterizedTest
    @ValueSource(strings = {"commit-lost", "commit-lost-executed", "commit-40003-executed"})
    void aDoubtThatCannotBeSettledIsSaidAndSettledByRepeating(String fault) throws IOException {
        proxy.inject(Fault.named(fault));
        proxy.inject(
                Rule.once(Fault.connectionLostAtStatement())
                        .where("FROM ledgers")
                        .after(1)
                        .times(FOR_EVER));
        Wish wish = Wish.transfer(payer, payee, 100);
        double counted = unknownOutcomes();

        Reply unknown = client.ask(wish);

        assertTemporary(unknown, "outcome-unknown");
        // It is counted when the caller has been answered.
        await().until(() -> unknownOutcomes() == counted + 1);
        assertThat(unknown.body().path("transfer").asText()).isEqualTo(wish.key().toString());
        proxy.quiet();
        assertThat(client.balance(payer)).isEqualTo(fault.contains("executed") ? 900 : 1000);
        Reply settled = client.ask(wish);
        assertThat(settled.status()).isEqualTo(fault.contains("executed") ? 200 : 201);
        assertThat(wish.key()).isEqualTo(settled.movement().id());
        assertThat(client.balance(payer)).isEqualTo(900);
    }

    /** A retry that is refused by chance must not make a doubt a certainty. */
    @Test
    void aConflictAfterADoubtLeavesTheDoubt() throws IOException {
        proxy.inject(Fault.connectionLostAtCommit().afterExecution());
        proxy.inject(
                Rule.once(Fault.atStatement("40001"))
                        .where("FROM ledgers")
                        .after(1)
                        .times(FOR_EVER));

        assertTemporary(client.ask(Wish.transfer(payer, payee, 100)), "outcome-unknown");
    }

    /** The COMMIT is on its way when the network falls silent, and arrives long after, or never. */
    @ParameterizedTest
    @EnumSource(Held.class)
    void aCommitThatIsHeldUpIsInDoubtUntilTheDatabaseAnswersAgain(Held held) throws Exception {
        transactions.beforeNextCommit(proxy::deaf);
        Wish wish = Wish.transfer(payer, payee, 100);

        assertTemporary(client.ask(wish), "outcome-unknown");

        proxy.hearAgain(held);
        Reply settled = client.ask(wish);
        assertThat(settled.isPosted()).as("%s", settled).isTrue();
        assertThat(settled.movement().fromBalance()).isEqualTo(900);
        assertThat(client.balance(payer)).isEqualTo(900);
        assertThat(client.balance(payee)).isEqualTo(100);
    }

    @Test
    void whoWaitsBehindADatabaseThatIsGoneIsRefusedAndNeverPosted() throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        transactions.beforeNextCommit(
                () -> {
                    proxy.deaf();
                    silence.countDown();
                });
        CompletableFuture<Reply> held = client.askMeanwhile(Wish.transfer(payer, payee, 1));
        silence.await();
        Wish wish = Wish.transfer(payer, payee, 10);

        Reply refused = client.ask(wish);

        // Which of the two depends on whether the committer has noticed by then.
        assertThat(refused.slug()).isIn("database-unavailable", "overloaded");
        assertTemporary(refused, refused.slug());
        held.join();
        proxy.hearAgain(Held.DELIVERED);
        assertThat(client.ask(Wish.transfer(payer, payee, 100)).status()).isEqualTo(201);
        assertThat(client.get("/transfers/" + wish.key()).slug()).isEqualTo("transfer-not-found");
    }

    private double unknownOutcomes() {
        return metrics.get("remit.outcomes.unknown").counter().count();
    }

    private double rejections(String slug) {
        return metrics.find("remit.rejections").tag("slug", slug).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
