package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call: where it goes, what it says, and what is made of the answer. */
class CallerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Short, and there is nothing to be had in that time. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final String HERE = "127.0.0.1";
    private static final String PUBLIC = "1.1.1.1";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final List<String> lookUps = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final SigningSecret secret = SigningSecret.generate();

    private Caller made;

    /** What the next look-ups are told. */
    private volatile String[] addresses = {HERE};

    @AfterEach
    void close() throws Exception {
        receiver.close();
        for (AutoCloseable each : open) {
            each.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void saysWhatHasHappenedAndSignsIt() throws Exception {
        CallResult result = call("receiver.example", LONG);

        assertThat(result).isEqualTo(new CallResult(204, null));
        assertThat(receiver.calls())
                .singleElement()
                .satisfies(
                        call -> {
                            assertThat(call.path()).isEqualTo("/hook?key=pa7h");
                            assertThat(call.text()).isEqualTo("{\"a\":\"é\"}");
                            assertThat(call.id()).isEqualTo("7.1");
                            assertThat(call.header("webhook-timestamp")).isEqualTo("1767225600");
                            assertThat(call.header("Content-Type"))
                                    .startsWith("application/cloudevents+json");
                            assertThat(call.isSignedWith(secret.text())).isTrue();
                            assertThat(call.isSignedWith(SigningSecret.generate().text()))
                                    .isFalse();
                        });
    }

    /** The name means nothing to anybody but the name service of this test. */
    @Test
    void connectsToTheAddressThatWasLookedAt() throws Exception {
        assertThat(call("receiver.example", LONG).isSuccess()).isTrue();

        assertThat(lookUps).containsExactly("receiver.example");
        assertThat(receiver.calls().getFirst().header("Host"))
                .isEqualTo(receiver.url("receiver.example").split("/")[2]);
    }

    /** A connection is kept, but whether it may be used is asked anew. */
    @Test
    void aNameThatLeadsSomewhereElseTheNextTimeIsNotFollowed() throws Exception {
        assertThat(call("receiver.example", LONG).isSuccess()).isTrue();

        addresses = new String[] {"127.0.0.2"};
        CallResult result = call("receiver.example", LONG);

        assertThat(result.failure())
                .isEqualTo("The receiver's address is none that may be called.");
        assertThat(receiver.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.2", "fd00::1"})
    void oneAddressThatMayNotBeCalledIsEnough(String address) throws Exception {
        for (String[] all : new String[][] {{address}, {HERE, address}, {address, PUBLIC}}) {
            addresses = all;

            assertThat(call("receiver.example", LONG).failure()).contains("may be called");
        }
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void anAddressInsteadOfANameIsLookedAtJustTheSame() throws Exception {
        addresses = null;

        assertThat(call(HERE, LONG).isSuccess()).isTrue();
        assertThat(call("127.0.0.2", LONG).failure()).contains("may be called");
    }

    @Test
    void aNameWithoutAnAddressIsAFailure() throws Exception {
        addresses = new String[0];

        assertThat(call("receiver.example", LONG))
                .isEqualTo(new CallResult(null, "The receiver's name has no address."));
    }

    /** The name is what is asked for in the handshake, and the certificate has to be for it. */
    @Test
    void tlsIsForTheName() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            CompletableFuture<String> hello =
                    CompletableFuture.supplyAsync(() -> firstBytes(server));

            CallResult result =
                    call(
                            "https://receiver.example:" + server.getLocalPort() + "/x",
                            caller(),
                            LONG);

            assertThat(hello).succeedsWithin(LONG).asString().contains("receiver.example");
            assertThat(result.isSuccess()).isFalse();
            assertThat(result.status()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void whatIsTakenIsTaken(int status) throws Exception {
        receiver.answering(WebhookReceiver.status(status));

        assertThat(call("receiver.example", LONG)).isEqualTo(new CallResult(status, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {304, 400, 401, 404, 409, 429, 500, 503})
    void whatIsNotTakenIsAFailure(int status) throws Exception {
        receiver.answering(WebhookReceiver.status(status));

        CallResult result = call("receiver.example", LONG);

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.failure()).contains("answered " + status);
        assertThat(result.isFinal()).isFalse();
    }

    @Test
    void whoIsGoneIsNotCalledAgain() throws Exception {
        receiver.answering(WebhookReceiver.status(410));

        assertThat(call("receiver.example", LONG).isFinal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws Exception {
        receiver.answering(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", receiver.url());
                    exchange.sendResponseHeaders(status, -1);
                });

        assertThat(call("receiver.example", LONG).failure()).contains("redirects are not followed");
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void whoSaysNothingIsNotWaitedForAnyLonger() throws Exception {
        receiver.answering(exchange -> Thread.sleep(LONG));

        assertThat(call("receiver.example", SHORT).failure()).contains("did not answer within");
    }

    @Test
    void whoWantsToSayTooMuchIsCutOff() throws Exception {
        CompletableFuture<Boolean> cut = new CompletableFuture<>();
        receiver.answering(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        for (int i = 0; i < 100_000; i++) {
                            out.write(new byte[8192]);
                        }
                        cut.complete(false);
                    } catch (IOException e) {
                        cut.complete(true);
                    }
                });

        assertThat(call("receiver.example", LONG)).isEqualTo(new CallResult(200, null));
        assertThat(cut.join()).isTrue();
    }

    /** What was answered is known; how it goes on, nobody wants to know. */
    @Test
    void whoNeverEndsHasAnsweredAllTheSame() throws Exception {
        receiver.answering(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(LONG);
                });

        await().until(() -> call("receiver.example", Duration.ofSeconds(2)).isSuccess());
    }

    @Test
    void whereNobodyListensItIsAFailure() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            port = server.getLocalPort();
        }

        CallResult result = call("http://receiver.example:" + port, caller(), LONG);

        assertThat(result.failure())
                .isEqualTo("There was no connection to the receiver, or it broke.");
    }

    private CallResult call(String host, Duration limit) throws InterruptedException {
        return call(receiver.url(host), caller(), limit);
    }

    private CallResult call(String url, Caller caller, Duration limit) throws InterruptedException {
        byte[] body = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        return caller.call(webhook(url), new Message("7.1", body), limit);
    }

    /** One for all calls of a test, so that it may keep its connections. */
    private Caller caller() {
        if (made == null) {
            TestSettings settings = TestSettings.allowing(HERE);
            Receiver http = new Receiver(vertx, settings);
            Destinations destinations =
                    new Destinations(this::lookUp, new CallableAddresses(settings));
            Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
            made = new Caller(destinations, http, clock);
            open.add(made::close);
            open.add(http::close);
        }
        return made;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookUps.add(host);
        if (addresses == null) {
            return InetAddress.getAllByName(host);
        }
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        return found;
    }

    private static String firstBytes(ServerSocket server) {
        try (Socket socket = server.accept()) {
            return new String(socket.getInputStream().readNBytes(200), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Webhook webhook(String url) {
        return new Webhook(
                UUID.randomUUID(),
                url,
                new EventFilter(Set.of(), Set.of()),
                secret,
                Instant.EPOCH,
                Webhook.Status.ACTIVE,
                null,
                EventPlace.BEGINNING,
                0,
                0,
                null,
                null,
                null);
    }
}
