package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.EventSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody follows one instance while all commits are made by another one. */
@Timeout(300)
class FollowIT {

    private static final int TRANSFERS = 20;

    @Test
    void whoFollowsAnInstanceThatIsKilledGoesOnAtAnotherAndMissesNothing() throws Exception {
        OwnDatabase database = OwnDatabase.create("follow");
        try (TwoInstances instances = TwoInstances.start(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RemitClient here = instances.here();
            UUID payer = here.open(1_000_000);
            UUID payee = here.open(0);
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> posting =
                    CompletableFuture.runAsync(
                            () -> transferUntil(enough, here, payer, payee), threads);
            try {
                List<EventSource.Event> seen = new ArrayList<>();
                String last;
                try (EventSource there = EventSource.open(instances.other().service(), "/events")) {
                    // What the other instance commits arrives here.
                    seen.addAll(there.next(TRANSFERS));
                    CompletableFuture<List<EventSource.Event>> rest =
                            CompletableFuture.supplyAsync(there::rest, threads);

                    instances.other().kill();

                    seen.addAll(rest.join());
                    last = there.lastEventId();
                }
                try (EventSource stream =
                        EventSource.open(
                                instances.one().service(), "/events", last, Long.MAX_VALUE)) {
                    seen.addAll(stream.next(TRANSFERS));
                    enough.set(true);
                    posting.join();
                    List<String> items = items(here);
                    seen.addAll(stream.next(items.size() - seen.size()));

                    assertThat(seen)
                            .extracting(EventSource.Event::id)
                            .containsExactlyElementsOf(items);
                }
            } finally {
                enough.set(true);
            }
        }
    }

    private static void transferUntil(
            AtomicBoolean enough, RemitClient client, UUID payer, UUID payee) {
        while (!enough.get()) {
            Reply reply = client.askMeanwhile(Wish.transfer(payer, payee, 1)).join();
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
    }

    /** The ids of all events, page by page. */
    private static List<String> items(RemitClient client) throws IOException {
        List<String> ids = new ArrayList<>();
        String next = "0.0";
        while (next != null) {
            JsonNode page = client.get("/events?limit=1000&after=" + next).body();
            page.get("items").forEach(item -> ids.add(item.get("id").textValue()));
            next = page.get("next").textValue();
        }
        return ids;
    }
}
