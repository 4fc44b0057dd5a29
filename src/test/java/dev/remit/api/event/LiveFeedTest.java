package dev.remit.api.event;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.patch;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.EventSource;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens, told while it does. */
@QuarkusTest
@Timeout(120)
class LiveFeedTest {

    private static final int CUTS = 1_000;

    /** Most are somewhere within the first few events. */
    private static final int LONGEST = 2_500;

    @TestHTTPResource URI service;

    /** With this, everything that happens in the test. */
    private String feed;

    @BeforeEach
    void start() {
        feed = "/events?after=" + (sequence() + 1) + ".0";
    }

    @Test
    void anEventHasTheIdTheTypeAndTheJsonOfThePages() {
        UUID from = account(100);
        UUID to = account(0);
        transfer(from, to, 3).expect(201);

        try (EventSource stream = EventSource.open(service, feed)) {
            List<EventSource.Event> events = stream.next(4);

            List<JsonNode> items = items(feed);
            assertThat(data(events)).isEqualTo(items);
            assertThat(events)
                    .extracting(EventSource.Event::id)
                    .containsExactlyElementsOf(texts(items, "id"));
            assertThat(events)
                    .extracting(EventSource.Event::type)
                    .containsExactlyElementsOf(texts(items, "type"));
        }
    }

    @Test
    void whatHappensIsToldWhileItDoes() {
        try (EventSource stream = EventSource.open(service, feed)) {
            UUID from = account(100);
            assertThat(stream.next(2))
                    .extracting(EventSource.Event::type)
                    .containsExactly("dev.remit.account.opened", "dev.remit.transfer.posted");
            UUID to = account(0);
            assertThat(stream.next(1)).hasSize(1);
            for (int amount = 1; amount <= 5; amount++) {
                JsonNode posted = transfer(from, to, amount).expect(201);
                assertThat(data(stream.next(1)).getFirst().get("data")).isEqualTo(posted);
            }
        }
    }

    @Test
    void everyKindOfEventIsTheSameAsInThePages() {
        try (EventSource stream = EventSource.open(service, feed)) {
            UUID from = account(100);
            UUID to = account(0);
            JsonNode posted = transfer(from, to, 5).expect(201);
            post("/transfers/" + posted.get("id").textValue() + "/reverse").expect(201);
            JsonNode held =
                    post("/transfers", Map.of("from", from, "to", to, "amount", 7, "pending", true))
                            .expect(201);
            post("/transfers/" + held.get("id").textValue() + "/void").expect(201);
            patch(
                            "/accounts/" + to,
                            "{\"name\":\"two\\nlines\",\"metadata\":{\"a\":\"\\r\"}}",
                            null)
                    .expect(200);
            delete("/accounts/" + from + "?payout=true").expect(204);

            List<JsonNode> items = items(feed);
            assertThat(items).hasSize(10);
            assertThat(data(stream.next(items.size()))).isEqualTo(items);
        }
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        UUID one = account(100);
        UUID other = account(100);
        UUID third = account(0);
        String closed = "&type=dev.remit.account.closed&type=dev.remit.account.changed";
        try (EventSource ofAccount = EventSource.open(service, feed + "&account=" + one);
                EventSource ofTypes = EventSource.open(service, feed + closed)) {
            assertThat(ofAccount.next(2)).hasSize(2);
            transfer(other, third, 1).expect(201);
            JsonNode there = transfer(one, other, 2).expect(201);
            JsonNode back = transfer(third, one, 1).expect(201);
            patch("/accounts/" + third, "{\"name\":\"third\"}", null).expect(200);
            delete("/accounts/" + third).expect(204);

            assertThat(data(ofAccount.next(2)))
                    .extracting(event -> event.get("data"))
                    .containsExactly(there, back);
            assertThat(ofTypes.next(2))
                    .extracting(EventSource.Event::type)
                    .containsExactly("dev.remit.account.changed", "dev.remit.account.closed");
        }
    }

    @Test
    void whatWasSeenLastCountsMoreThanTheUrl() {
        UUID account = account(5);
        JsonNode deposit = post(deposits(account), Map.of("amount", 1)).expect(201);
        JsonNode next = post(deposits(account), Map.of("amount", 1)).expect(201);

        try (EventSource stream =
                EventSource.open(service, feed, deposit.get("sequence") + ".1", Long.MAX_VALUE)) {
            assertThat(data(stream.next(1)).getFirst().get("data")).isEqualTo(next);
        }
    }

    @Test
    void fromNowOnIsAPlaceThatIsToldAtOnce() {
        account(5);
        try (EventSource stream = EventSource.open(service, "/events?after=now")) {
            UUID account = account(0);

            EventSource.Event event = stream.next();

            assertThat(json(event.data()).get("subject").textValue()).isEqualTo(account.toString());
        }
        String now = (sequence() + 1) + ".0";
        int told = ":\nid: \n\n".length() + now.length();
        try (EventSource stream = EventSource.open(service, "/events?after=now", null, told)) {
            assertThat(stream.next()).isNull();
            assertThat(stream.lastEventId()).isEqualTo(now);
        }
    }

    @Test
    void withoutAPlaceItBeginsWithTheLedger() {
        account(1);

        try (EventSource stream = EventSource.open(service, "/events")) {
            assertThat(stream.next(2).getFirst().id()).isEqualTo("1.1");
        }
    }

    @Test
    void whoIsCutOffAThousandTimesMissesNothingAndSeesNothingTwice() throws Exception {
        Random random = new Random(7);
        UUID from = account(1_000_000);
        UUID to = account(0);
        start();
        AtomicBoolean isOver = new AtomicBoolean();
        List<EventSource.Event> seen = new ArrayList<>();
        String last = (sequence() + 1) + ".0";
        try (ExecutorService posting = Executors.newVirtualThreadPerTaskExecutor()) {
            posting.execute(
                    () -> {
                        // A few at a time, so that nobody has to wait for what to be cut off from.
                        Random few = new Random(8);
                        while (!isOver.get()) {
                            transfers(from, to, 1 + few.nextInt(4)).expect(201);
                        }
                    });
            try {
                for (int cut = 0; cut < CUTS; cut++) {
                    try (EventSource stream =
                            EventSource.open(service, "/events", last, random.nextInt(LONGEST))) {
                        seen.addAll(stream.rest());
                        last = stream.lastEventId();
                    }
                }
            } finally {
                isOver.set(true);
            }
        }
        List<JsonNode> items = items(feed + "&limit=1000");
        try (EventSource stream = EventSource.open(service, "/events", last, Long.MAX_VALUE)) {
            seen.addAll(stream.next(items.size() - seen.size()));
        }

        assertThat(data(seen)).isEqualTo(items);
        assertThat(seen).hasSizeGreaterThan(CUTS / 2);
    }

    @Test
    void headOpensNoStream() {
        given().accept("text/event-stream")
                .head(feed)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/event-stream"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/json", "application/*", "text/event-stream;q=0.1, */*"})
    void whoTakesAnythingGetsAPage(String accept) {
        given().accept(accept)
                .get(feed)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"));
    }

    @Test
    void whatIsNoPlaceAndNoFilterIsRefusedBeforeTheStreamBegins() {
        for (String path :
                List.of(
                        "/events?after=then",
                        "/events?limit=5",
                        "/events?type=x",
                        "/events?account=x")) {
            new Answer(given().accept("text/event-stream").get(path))
                    .expectProblem(400, "invalid-request");
        }
        for (String last : List.of("now", "7", "7.1.2", "-1.0")) {
            new Answer(
                            given().accept("text/event-stream")
                                    .header("Last-Event-ID", last)
                                    .get("/events"))
                    .expectProblem(400, "invalid-request");
        }
    }

    private static Answer transfers(UUID from, UUID to, int count) {
        Map<String, ?> transfer = Map.of("from", from, "to", to, "amount", 1);
        return post("/transfers/batch", Map.of("transfers", Collections.nCopies(count, transfer)));
    }

    private static String deposits(UUID account) {
        return "/accounts/" + account + "/deposits";
    }

    private static long sequence() {
        return get("/ledger").expect(200).get("sequence").longValue();
    }

    private static List<JsonNode> data(List<EventSource.Event> events) {
        return events.stream().map(event -> json(event.data())).toList();
    }

    private static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.get(field).textValue()).toList();
    }
}
