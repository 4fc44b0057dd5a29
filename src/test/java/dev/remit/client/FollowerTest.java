package dev.remit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import dev.remit.client.FakeService.Reaction;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each event once and in order, whatever becomes of the connection. */
class FollowerTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> ids = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();
    private FakeService service;

    /** All that the test waits for has come. */
    private static final class Enough extends RuntimeException {}

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void goesOnBehindWhatItHasHoweverOftenItIsCutOff() {
        int events = 100;
        Random random = new Random(7);
        service = new FakeService(exchange -> cutOff(exchange, events, random));

        follow(null, LONG, events);

        assertThat(ids).isEqualTo(idsUpTo(events));
        assertThat(service.received().size()).isGreaterThan(20);
    }

    @Test
    void printsNothingTwiceThoughItIsToldTwice() {
        service = new FakeService(FakeService.stream(event(1) + event(2) + event(1) + event(3)));

        follow(null, LONG, 3);

        assertThat(ids).containsExactly("1.1", "2.1", "3.1");
    }

    @Test
    void takesSilenceForTheEndOfTheConnection() {
        service = new FakeService(FakeService.silentStream(event(1)), FakeService.stream(event(2)));

        follow(null, Duration.ofMillis(200), 2);

        assertThat(ids).containsExactly("1.1", "2.1");
        assertThat(calls()).last().asString().endsWith("?after=1.1");
    }

    @Test
    void isToldWhereToGoOnWhereThereIsNothingToTell() {
        service =
                new FakeService(
                        FakeService.stream(":\nid: 41.3\n\n"), FakeService.stream(event(42)));

        follow(null, LONG, 1);

        assertThat(calls()).containsExactly("GET /events?after=0.0", "GET /events?after=41.3");
    }

    @Test
    void asksForPagesWhereThereIsNoStream() {
        service =
                new FakeService(
                        FakeService.problem(406, "not-acceptable"),
                        page("null", 1, 2),
                        page("null"),
                        page("\"2.7\""),
                        page("null", 3));

        follow(null, LONG, 3);

        assertThat(ids).containsExactly("1.1", "2.1", "3.1");
        assertThat(calls())
                .containsExactly(
                        "GET /events?after=0.0",
                        "GET /events?limit=1000&after=0.0",
                        "GET /events?limit=1000&after=2.1",
                        "GET /events?limit=1000&after=2.1",
                        "GET /events?limit=1000&after=2.7");
    }

    @Test
    void endsWhereThereIsNoMoreIfItIsToldTo() throws Exception {
        service = new FakeService(page("\"2.1\"", 1, 2), page("null", 3));

        follower(null, LONG, 99).toTheEnd();

        assertThat(ids).containsExactly("1.1", "2.1", "3.1");
    }

    @Test
    void waitsForAServiceThatCannotWorkNowAndSaysSoOnce() {
        service =
                new FakeService(
                        FakeService.problem(503, "overloaded"),
                        FakeService.problem(503, "overloaded"),
                        FakeService.breakOff(),
                        FakeService.stream(event(1)));

        follow(null, LONG, 1);

        assertThat(trouble).containsExactly("Because. (overloaded)");
    }

    @Test
    void saysNothingOfAConnectionThatIsReplacedAtOnce() {
        service = new FakeService(FakeService.stream(event(1)), FakeService.stream(event(2)));

        follow(null, LONG, 2);

        assertThat(trouble).isEmpty();
    }

    @Test
    void endsWhereItMayNotFollow() {
        service = new FakeService(FakeService.problem(403, "forbidden"));

        assertThatThrownBy(() -> follower(null, LONG, 1).follow()).isInstanceOf(Rejected.class);
    }

    @Test
    void doesNotWaitForWhatHasNeverBeenThere() {
        service = new FakeService(FakeService.silence());
        service.close();

        assertThatThrownBy(() -> follower(null, LONG, 1).follow()).isInstanceOf(Unavailable.class);
    }

    @Test
    void beginsBehindTheHeadIfOnlyWhatIsToComeIsWanted() throws Exception {
        service = new FakeService(FakeService.json(200, "{\"sequence\":41}"));

        assertThat(feed().now()).hasToString("42.0");
    }

    /** A piece of what comes behind the place that was asked for, which ends anywhere. */
    private static void cutOff(HttpExchange exchange, int last, Random random) throws IOException {
        int after =
                (int)
                        Place.parse(exchange.getRequestURI().getQuery().split("after=")[1])
                                .sequence();
        String rest =
                IntStream.rangeClosed(after + 1, last)
                        .mapToObj(FollowerTest::event)
                        .collect(Collectors.joining());
        int end = Math.min(rest.length(), random.nextInt(300));
        FakeService.stream(rest.substring(0, end)).to(exchange);
    }

    private void follow(Place after, Duration silence, int events) {
        assertThatThrownBy(() -> follower(after, silence, events).follow())
                .isInstanceOf(Enough.class);
    }

    private Follower follower(Place after, Duration silence, int events) {
        return new Follower(
                feed(),
                after,
                new Follower.Waits(silence, MOMENT, MOMENT),
                event -> {
                    ids.add(event.path("id").asText());
                    if (ids.size() == events) {
                        throw new Enough();
                    }
                },
                trouble::add);
    }

    private Feed feed() {
        try {
            Endpoint endpoint = new Endpoint(service.url(), null, SSLContext.getDefault());
            LedgerClient client = new LedgerClient(endpoint, PATIENCE, because -> {});
            return new Feed(endpoint, client, PATIENCE, List.of(), null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> calls() {
        return service.received().stream().map(FakeService.Received::call).toList();
    }

    private static List<String> idsUpTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(sequence -> sequence + ".1").toList();
    }

    private static String event(int sequence) {
        return "id: %1$d.1\nevent: dev.remit.transfer.posted\ndata: {\"id\":\"%1$d.1\"}\n\n"
                .formatted(sequence);
    }

    private static Reaction page(String next, int... sequences) {
        String items =
                IntStream.of(sequences)
                        .mapToObj("{\"id\":\"%d.1\"}"::formatted)
                        .collect(Collectors.joining(","));
        return FakeService.json(200, "{\"items\":[%s],\"next\":%s}".formatted(items, next));
    }
}
