package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientClientTest {

    private static final int ALWAYS = 1_000;

    @Test
    void saysWhyAServiceThatIsThereCannotBeUsed() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT, ALWAYS)) {
            PatientClient client = client(service.url(), Duration.ofSeconds(1));

            PatientClient.Reply reply = client.post("/accounts/batch", noAccounts());

            assertThat(client.trouble())
                    .isEqualTo("POST /accounts/batch is answered 503 outcome-unknown");
            assertThatThrownBy(() -> reply.json(201))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessage("POST /accounts/batch is answered 503 outcome-unknown, not 201");
        }
    }

    /** As a service does whose database is gone for longer than it keeps a caller waiting. */
    @Test
    void repeatsWhatAServiceSaidThatThenFellSilent() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer service =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/",
                call -> {
                    if (calls.getAndIncrement() == 0) {
                        call.sendResponseHeaders(503, -1);
                    }
                });
        service.start();
        try {
            PatientClient client =
                    client(URI.create("http://127.0.0.1:" + service.getAddress().getPort()));

            assertThat(client.get("/accounts/none").status()).isEqualTo(503);
            assertThat(calls).hasValueGreaterThan(1);
            assertThat(client.trouble()).endsWith(" does not answer: Read timed out");
        } finally {
            service.stop(0);
        }
    }

    @Test
    void waitsForAServiceThatHasAnsweredBefore() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT, 2)) {
            PatientClient client = client(service.url());

            // One call is answered 503, one not at all.
            assertThat(client.get("/accounts/none").status()).isEqualTo(404);
            assertThat(client.trouble()).isEmpty();
        }
    }

    @Test
    void doesNotWaitForAServiceThatIsNotThere() {
        PatientClient client = client(URI.create("http://127.0.0.1:1/"));
        long begin = System.nanoTime();

        assertThatThrownBy(() -> client.get("/accounts/none"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("http://127.0.0.1:1 does not answer: ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void passesOnTheSentenceOfTheService() {
        byte[] problem =
                "{\"type\":\"urn:remit:problem:overloaded\",\"detail\":\"The queue is full.\"}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(new PatientClient.Reply("GET /accounts/none", 503, problem))
                .hasToString("GET /accounts/none is answered 503 overloaded (The queue is full.)");
        assertThat(new PatientClient.Reply("GET /accounts/none", 502, new byte[0]))
                .hasToString("GET /accounts/none is answered 502");
    }

    private static ObjectNode noAccounts() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("accounts");
        return body;
    }

    private static PatientClient client(URI url) {
        return client(url, Duration.ofSeconds(3));
    }

    private static PatientClient client(URI url, Duration patience) {
        return new PatientClient(List.of(url), Duration.ofSeconds(30), patience, null);
    }
}
