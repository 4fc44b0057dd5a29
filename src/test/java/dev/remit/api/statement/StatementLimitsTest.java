package dev.remit.api.statement;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nobody who reads a statement can keep the service from its work. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
@Order(RemitApi.LAST)
class StatementLimitsTest {

    /** Some megabytes: more than the two ends of a connection hold by themselves. */
    private static final int ENTRIES = 12_000;

    @TestHTTPResource("/")
    URI service;

    @Test
    void whoTakesNothingForTooLongIsNotWaitedFor() throws IOException {
        UUID alice = accountWithLongHistory();
        String path = "/accounts/" + alice + "/statement.xml";

        try (Socket idle = new Socket()) {
            idle.setReceiveBufferSize(4096);
            idle.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            idle.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            Answer refused = get(path);
            refused.expectProblem(503, "overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("Content-Disposition")).isNull();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(get("/accounts/" + account(0) + "/statement"))
                                            .satisfies(answer -> answer.expect(200)));
        }
    }

    private static UUID accountWithLongHistory() {
        UUID alice = account(0);
        Map<String, Object> deposit =
                Map.of("to", alice, "amount", 1, "reference", "x".repeat(255));
        for (int i = 0; i < ENTRIES / 1000; i++) {
            post("/transfers/batch", Map.of("transfers", Collections.nCopies(1000, deposit)))
                    .expect(201);
        }
        return alice;
    }
}
