package dev.remit.api.event;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.metrics;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.EventSource;
import dev.remit.NarrowLimits;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many follow, and however slowly, nobody else pays for it. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
@Timeout(180)
@Order(RemitApi.LAST)
class LiveFeedLimitsTest {

    /** Some megabytes: more than the two ends of a connection hold by themselves. */
    private static final int EVENTS = 12_000;

    private static final int COMMITS = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void nobodyFollows() {
        awaitFollowers(0);
    }

    @Test
    void aThousandWhoFollowCostOneReadPerCommit() {
        UUID from = account(100);
        UUID to = account(0);
        List<EventSource> streams = new ArrayList<>();
        try {
            for (int i = 0; i < NarrowLimits.FOLLOWERS; i++) {
                streams.add(EventSource.open(service, "/events?after=now&account=" + to));
            }
            awaitFollowers(NarrowLimits.FOLLOWERS);
            double before = reads("all");
            double pages = reads("one");
            for (int amount = 1; amount <= COMMITS; amount++) {
                transfer(from, to, amount).expect(201);
            }

            List<EventSource.Event> events = streams.getFirst().next(COMMITS);
            assertThat(events).doesNotHaveDuplicates();
            assertThat(streams.subList(1, streams.size()))
                    .allSatisfy(stream -> assertThat(stream.next(COMMITS)).isEqualTo(events));
            assertThat(reads("all") - before).isBetween(1.0, (double) COMMITS);
            assertThat(reads("one")).isEqualTo(pages);

            Answer refused = new Answer(given().accept("text/event-stream").get("/events"));
            refused.expectProblem(503, "overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        } finally {
            streams.forEach(EventSource::close);
        }
        awaitFollowers(0);
        EventSource.open(service, "/events").close();
    }

    @Test
    void whoTakesNothingIsDroppedAndTheOthersGoOn() throws Exception {
        UUID account = account(0);
        String path = "/events?after=now&account=" + account;
        double dropped = metric("remit_feed_dropped_total");
        try (EventSource quick = EventSource.open(service, path);
                Socket idle = new Socket();
                ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<EventSource.Event>> all = reading.submit(() -> quick.next(EVENTS));
            ask(idle, path);
            awaitFollowers(2);
            Map<String, Object> deposit =
                    Map.of("to", account, "amount", 1, "reference", "x".repeat(255));
            for (int i = 0; i < EVENTS / 1000; i++) {
                post("/transfers/batch", Map.of("transfers", Collections.nCopies(1000, deposit)))
                        .expect(201);
            }

            assertThat(all.get()).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> metric("remit_feed_dropped_total") == dropped + 1);
            awaitFollowers(1);
            String taken =
                    new String(idle.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(taken).contains(": dropped: too slow").endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aSignOfLifeIsSentWhenNothingHappens() {
        account(0);
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor();
                EventSource stream = EventSource.open(service, "/events?after=now")) {
            String place = (get("/ledger").expect(200).get("sequence").longValue() + 1) + ".0";
            reading.execute(stream::rest);

            await().atMost(PATIENCE).until(() -> stream.comments().size() >= 3);

            assertThat(stream.lastEventId()).isEqualTo(place);
        }
    }

    private void ask(Socket socket, String path) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nConnection: close\r\n\r\n"
                                .formatted(path)
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }

    private static void awaitFollowers(int count) {
        await().atMost(PATIENCE).until(() -> metric("remit_feed_followers") == count);
    }

    private static double reads(String readers) {
        return metric("remit_feed_reads_total\\{[^}]*for=\"" + readers + "\",?\\}");
    }

    private static double metric(String pattern) {
        Matcher value =
                Pattern.compile("^" + pattern + " (\\S+)$", Pattern.MULTILINE).matcher(metrics());
        assertThat(value.find()).as(pattern).isTrue();
        return Double.parseDouble(value.group(1));
    }
}
