package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two services on one database. */
class TwoInstancesIT {

    private static final int TRANSFERS = 200;
    private static final int CALLERS = 32;

    private static final Pattern COMMITS =
            Pattern.compile("^remit_batch_commit_seconds_count (\\d+)", Pattern.MULTILINE);

    private static OwnDatabase database;
    @AutoClose private static TwoInstances instances;
    private static RemitClient here;
    private static RemitClient there;

    /** They start together, on a database without a schema. */
    @BeforeAll
    static void start() throws IOException {
        database = OwnDatabase.create("two_instances");
        instances = TwoInstances.start(database);
        here = instances.here();
        there = instances.there();
    }

    @AfterEach
    void theBooksAreInOrder() throws SQLException {
        JournalInvariants.assertHold(database);
    }

    @Test
    void theSameIdAtTwoInstancesAtOnceIsPostedOnceAndAnsweredAlike() throws Exception {
        UUID payer = here.open(TRANSFERS);
        UUID payee = there.open(0);
        List<CompletableFuture<Reply>> fromHere = new ArrayList<>();
        List<CompletableFuture<Reply>> fromThere = new ArrayList<>();
        for (int i = 0; i < TRANSFERS; i++) {
            Wish wish = Wish.transfer(payer, payee, 1);
            fromHere.add(here.askMeanwhile(wish));
            fromThere.add(there.askMeanwhile(wish));
        }
        for (int i = 0; i < TRANSFERS; i++) {
            Reply reply = fromHere.get(i).join();
            Reply again = fromThere.get(i).join();
            assertThat(List.of(reply.status(), again.status()))
                    .as("%s and %s", reply, again)
                    .containsExactlyInAnyOrder(200, 201);
            assertThat(reply.body()).isEqualTo(again.body());
        }
        assertThat(there.balance(payer)).isZero();
        assertThat(here.balance(payee)).isEqualTo(TRANSFERS);
    }

    @Test
    void instancesThatWantTheSameAccountsTakeTurnsAndFailNobody() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<CompletableFuture<Void>> calling = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            UUID alice = here.open(1_000_000);
            UUID bob = there.open(1_000_000);
            long enoughHere = commits(here) + 100;
            long enoughThere = commits(there) + 100;
            for (int i = 0; i < CALLERS; i++) {
                RemitClient client = i % 2 == 0 ? here : there;
                UUID payer = i % 4 < 2 ? alice : bob;
                UUID payee = i % 4 < 2 ? bob : alice;
                Runnable caller = () -> transferUntil(enough, client, payer, payee);
                calling.add(CompletableFuture.runAsync(caller, threads));
            }
            try {
                await().atMost(Duration.ofMinutes(1))
                        .failFast(() -> calling.stream().anyMatch(CompletableFuture::isDone))
                        .until(() -> commits(here) >= enoughHere && commits(there) >= enoughThere);
            } finally {
                enough.set(true);
            }
            CompletableFuture.allOf(calling.toArray(CompletableFuture[]::new)).join();
            assertThat(here.balance(alice) + there.balance(bob)).isEqualTo(2_000_000);
        }
    }

    private static void transferUntil(
            AtomicBoolean enough, RemitClient client, UUID payer, UUID payee) {
        while (!enough.get()) {
            Reply reply = client.askMeanwhile(Wish.transfer(payer, payee, 1)).join();
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
    }

    private static long commits(RemitClient client) throws IOException {
        Matcher count = COMMITS.matcher(client.get("/q/metrics").body().asText());
        assertThat(count.find()).isTrue();
        return Long.parseLong(count.group(1));
    }
}
