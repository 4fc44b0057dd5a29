package dev.remit.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remit.client.CallFailed.OutcomeUnknown;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import dev.remit.client.FakeService.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call comes to, whatever happens on its way. */
class LedgerClientTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Patience LONG =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60), PAUSE);
    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(300));
    private static final Patience HASTY =
            new Patience(Duration.ofMillis(100), Duration.ofMillis(1000), Duration.ofMillis(500));

    private static final Reaction POSTED = FakeService.json(201, "{\"id\":\"x\"}");

    private final List<String> waiting = new ArrayList<>();
    private FakeService service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, overloaded",
        "503, contention",
        "503, outcome-unknown",
        "503, no-problem-of-remit",
        "500, internal-error",
        "502, ''",
        "429, too-many-requests"
    })
    void whatIsTemporaryIsAskedAgainWithTheSameContent(int status, String slug) throws Exception {
        service =
                new FakeService(
                        FakeService.problem(status, slug),
                        FakeService.problem(status, slug),
                        POSTED);

        assertThat(post(LONG).document().path("id").asText()).isEqualTo("x");
        assertThat(service.received()).hasSize(3);
        assertThat(service.received().stream().distinct()).hasSize(1);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aLostAnswerIsAskedForAgain() throws Exception {
        service =
                new FakeService(
                        FakeService.breakOff(),
                        FakeService.breakOff(),
                        exchange -> {
                            exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
                            FakeService.json(200, "{\"id\":\"x\"}").to(exchange);
                        });

        Done done = post(LONG);

        assertThat(done.document().path("id").asText()).isEqualTo("x");
        assertThat(done.replayed()).as("nobody else has posted it").isFalse();
    }

    @Test
    void aRejectionIsFinal() {
        service = new FakeService(FakeService.problem(422, "insufficient-funds"));

        assertThatThrownBy(() -> post(LONG))
                .isInstanceOf(Rejected.class)
                .hasMessage("Because. (insufficient-funds)");
        assertThat(service.received()).hasSize(1);
    }

    /** The attempt that was not answered may come to its end behind the one that was rejected. */
    @Test
    void aRejectionDoesNotSettleWhatWasNotAnswered() {
        service =
                new FakeService(
                        FakeService.breakOff(), FakeService.problem(422, "insufficient-funds"));

        assertThatThrownBy(() -> post(LONG)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void norDoesWhoeverAnswersInItsPlace() {
        service = new FakeService(FakeService.breakOff(), FakeService.json(302, ""));

        assertThatThrownBy(() -> post(LONG)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anIdThatBelongsToSomethingElseDoes() {
        service =
                new FakeService(
                        FakeService.breakOff(), FakeService.problem(422, "idempotency-conflict"));

        assertThatThrownBy(() -> post(LONG)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"overloaded", "contention", "database-unavailable", "shutting-down"})
    void aServiceThatGoesOnSayingThatNothingWasDoneIsUnavailable(String slug) {
        service = new FakeService(FakeService.problem(503, slug));

        assertThatThrownBy(() -> post(SHORT)).isInstanceOf(Unavailable.class);
    }

    @Test
    void otherwiseTheOutcomeOfWhatWritesIsUnknown() {
        service = new FakeService(FakeService.problem(503, "outcome-unknown"));

        assertThatThrownBy(() -> post(SHORT)).isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> client(SHORT).get(Query.of("/accounts")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void silenceEndsWithPatience() {
        service = new FakeService(FakeService.silence());

        assertThatThrownBy(() -> post(HASTY))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("no answer within 0.1 s");
        assertThat(service.received().size()).isGreaterThan(1);
        assertThatThrownBy(() -> client(HASTY).write("POST", Query.of("/transfers"), null, true))
                .as("a dry run changes nothing")
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aServiceThatWantsMoreTimeThanThereIsIsNotWaitedFor() {
        service =
                new FakeService(
                        exchange -> {
                            exchange.getResponseHeaders().add("Retry-After", "3600");
                            FakeService.answer(503, "text/html", "busy").to(exchange);
                        });

        assertThatThrownBy(() -> client(LONG).get(Query.of("/accounts")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("the service answers 503.");
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void whereNobodyIsNobodyIsWaitedFor() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }

        assertThatThrownBy(() -> client(nobody, LONG).get(Query.of("/accounts")))
                .isInstanceOf(Unavailable.class)
                .hasMessage(nobody + " does not answer: nobody takes the connection.");
    }

    @Test
    void whoDoesNotSpeakTlsHasBeenToldNothing() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));
            URI wrong = URI.create("https://127.0.0.1:" + plain.getLocalPort());

            assertThatThrownBy(() -> client(wrong, LONG).write("POST", Query.of("/x"), null, false))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageEndingWith("it does not speak TLS.");
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read();
            caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            caller.getOutputStream().flush();
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            // It has gone, which is what is waited for.
        }
    }

    /** It would take the token with it. */
    @Test
    void noRedirectIsFollowed() {
        service =
                new FakeService(
                        exchange -> {
                            exchange.getResponseHeaders().add("Location", "/elsewhere");
                            FakeService.json(302, "").to(exchange);
                        });

        assertThatThrownBy(() -> post(LONG))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("302");
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        service = new FakeService(FakeService.answer(200, "text/html", "<p>Hello"));

        assertThatThrownBy(() -> client(LONG).get(Query.of("/accounts")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("is not a Remit");
    }

    @Test
    void theTokenIsSentAndNeverSaid() {
        service = new FakeService(FakeService.problem(401, "unauthorized"));

        assertThatThrownBy(() -> post(LONG))
                .isInstanceOf(Rejected.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"));
        assertThat(service.received().getFirst().token()).isEqualTo("Bearer secret");
    }

    @Test
    void whatIsAskedForIsEscaped() {
        assertThat(
                        Query.of("/x")
                                .with("a", "b&c=d é+ /")
                                .with("e", null)
                                .withAll("f", List.of(1, 2)))
                .hasToString("/x?a=b%26c%3Dd%20%C3%A9%2B%20%2F&f=1&f=2");
    }

    private Done post(Patience patience) throws CallFailed, InterruptedException {
        return client(patience)
                .write(
                        "POST",
                        Query.of("/transfers"),
                        JsonNodeFactory.instance.objectNode().put("id", "x"),
                        false);
    }

    private LedgerClient client(Patience patience) {
        return client(service.url(), patience);
    }

    private LedgerClient client(URI url, Patience patience) {
        return new LedgerClient(new Endpoint(url, "secret", tls()), patience, waiting::add);
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
