package dev.remit.feed;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody within the service gets who follows. */
@QuarkusTest
class FollowerTest {

    /** More events than are kept in memory. */
    private static final int BATCHES = 7;

    private static final int IN_A_BATCH = 1_000;

    @Inject Feed feed;

    @Test
    void whoIsSlowerThanMemoryReachesMissesNothingAndSeesNothingTwice() {
        UUID account = account(0);
        EventFilter filter = new EventFilter(Set.of(), account);
        EventPlace start = feed.now();
        CompletableFuture<Void> tooLate = new CompletableFuture<>();
        Recorder slow = new Recorder(tooLate);
        Recorder other = new Recorder(tooLate);
        Recorder quick = new Recorder(CompletableFuture.completedFuture(null));
        List<Following> all =
                Stream.of(slow, other, quick)
                        .map(follower -> feed.follow(start, filter, follower))
                        .toList();
        try {
            for (int i = 0; i < BATCHES; i++) {
                deposit(account);
            }
            await().until(() -> quick.ids.size() == BATCHES * IN_A_BATCH);
            tooLate.complete(null);

            await().until(() -> slow.ids.size() >= BATCHES * IN_A_BATCH);
            await().until(() -> other.ids.size() >= BATCHES * IN_A_BATCH);
        } finally {
            all.forEach(Following::close);
        }

        String page =
                "/events?limit=1000&account="
                        + account
                        + "&after="
                        + start.sequence()
                        + "."
                        + start.position();
        List<String> ids = items(page).stream().map(item -> item.get("id").textValue()).toList();
        assertThat(quick.ids).isEqualTo(ids);
        assertThat(slow.ids).isEqualTo(ids);
        assertThat(other.ids).isEqualTo(ids);
    }

    @Test
    void whoFailsIsHandedNothingMore() {
        UUID account = account(0);
        AtomicInteger calls = new AtomicInteger();
        Recorder witness = new Recorder(CompletableFuture.completedFuture(null));
        EventFilter filter = new EventFilter(Set.of(), account);
        feed.follow(feed.now(), filter, new Failing(calls));
        Following watching = feed.follow(feed.now(), filter, witness);
        try {
            deposit(account);
            deposit(account);
            await().until(() -> witness.ids.size() == 2 * IN_A_BATCH);
        } finally {
            watching.close();
        }

        assertThat(calls).hasValue(1);
    }

    private static void deposit(UUID account) {
        Map<String, Object> deposit = Map.of("to", account, "amount", 1);
        post("/transfers/batch", Map.of("transfers", Collections.nCopies(IN_A_BATCH, deposit)))
                .expect(201);
    }

    /** Takes the first batch when it is told to, and all others at once. */
    private static final class Recorder implements Follower {

        private final CompletableFuture<Void> first;
        private final List<String> ids = new CopyOnWriteArrayList<>();

        Recorder(CompletableFuture<Void> first) {
            this.first = first;
        }

        @Override
        public CompletionStage<Void> take(Batch batch) {
            ids.addAll(
                    batch.events().stream()
                            .map(SharedEvent::place)
                            .map(place -> place.sequence() + "." + place.position())
                            .toList());
            return first;
        }

        @Override
        public void end() {
            throw new IllegalStateException("the service does not end");
        }
    }

    private record Failing(AtomicInteger calls) implements Follower {

        @Override
        public CompletionStage<Void> take(Batch batch) {
            calls.incrementAndGet();
            throw new IllegalStateException("as a test wants it");
        }

        @Override
        public void end() {
            throw new IllegalStateException("the service does not end");
        }
    }
}
