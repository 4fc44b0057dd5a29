package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.bank.Reply;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import dev.remit.faults.FaultProxy.Held;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The database goes away as a whole, and comes back: callers are told so meanwhile, nobody waits
 * for ever, and nothing has to be started again.
 */
@QuarkusTest
@TestProfile(ThroughProxy.Impatient.class)
class OutageTest extends WithTwoAccounts {

    /** What the service promises. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final int CALLERS = 1000;

    /** Quarkus starts 200 workers at most; the pool and the driver need a few more. */
    private static final int THREADS = 250;

    private static final long MEGABYTE = 1 << 20;

    @Test
    void aStoppedDatabaseIsSaidToBeUnavailableUntilItIsBack() throws IOException {
        proxy.refuse();
        proxy.cut();
        CompletableFuture<Reply> posting = client.askMeanwhile(Wish.transfer(payer, payee, 1));

        assertTemporary(client.get("/accounts/" + payer), "database-unavailable");
        assertThat(client.get("/q/health/ready").status()).isEqualTo(503);
        assertTemporary(posting.join(), "database-unavailable");

        proxy.accept();
        assertRecovered();
    }

    @Test
    void aThousandCallersOfADeafDatabaseAreAnsweredAndCostNothingForEver() throws IOException {
        // Callers are connected before: what a connection takes, at either end, is no loss.
        assertThat(client.getManyTimes("/q/health/live", CALLERS))
                .allMatch(reply -> reply.status() == 200);
        long heap = heap();
        AtomicInteger threads = new AtomicInteger();
        proxy.deaf();
        List<CompletableFuture<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(
                    i % 10 == 0
                            ? client.getMeanwhile("/accounts/" + payer)
                            : client.askMeanwhile(Wish.transfer(payer, payee, 1)));
        }
        CompletableFuture<?> all = CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new));
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            threads.accumulateAndGet(threads(), Math::max);
                            return all.isDone();
                        });

        assertThat(threads).hasValueLessThanOrEqualTo(THREADS);
        assertThat(calls)
                .allSatisfy(
                        call -> {
                            Reply reply = call.join();
                            assertThat(reply.slug())
                                    .isIn("database-unavailable", "overloaded", "outcome-unknown");
                            assertTemporary(reply, reply.slug());
                        });
        assertThat(client.get("/q/metrics").body().asText())
                .containsPattern("remit_queue_depth\\S* 0\\.0");
        proxy.hearAgain(Held.DROPPED);
        assertRecovered();
        assertThat(heap() - heap).isLessThan(24 * MEGABYTE);
    }

    private void assertRecovered() {
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            assertThat(client.ask(Wish.transfer(payer, payee, 1)).status())
                                    .isEqualTo(201);
                            assertThat(client.get("/accounts/" + payer).status()).isEqualTo(200);
                            assertThat(client.get("/q/health/ready").status()).isEqualTo(200);
                        });
    }

    /** But for those of the clients, which are in this process, too. */
    private static int threads() {
        return (int)
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> !name.startsWith("HttpClient"))
                        .filter(name -> !name.startsWith("fault-proxy"))
                        .count();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
