package dev.remit.api.export;

import static dev.remit.RemitApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.NarrowLimits;
import dev.remit.RemitApi.Answer;
import dev.remit.api.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export that fails, or that nobody takes, ends for everybody to see. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
class BrokenExportTest {

    /** Of a chunked body that is complete. */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    /** Nothing is younger. It takes a place all the same. */
    static final String EMPTY = "/transfers.csv?since=999999999999999999";

    private static final int TIMEOUT_MILLIS = 30_000;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    @AfterEach
    void thePlaceIsFree() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(EMPTY).response().statusCode() == 200);
    }

    @Test
    void whatFailsBeforeItBeginsIsAProblem() {
        Answer answer = new Answer(given().get("/odd-exports/broken?pages=0"));

        answer.expectProblem(500, "internal-error");
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Remit-Sequence")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void whatFailsInTheMiddleNeverLooksComplete(String encoding) {
        RawHttp.Answer answer =
                new RawHttp(service)
                        .send(
                                "GET",
                                "/odd-exports/broken?pages=50",
                                List.of("Accept-Encoding", encoding),
                                null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
        assertThat(answer.body()).isNotEmpty().doesNotEndWith(LAST_CHUNK).doesNotContain("secret");
    }

    @Test
    void whoTakesNothingIsWaitedForInVainForSoLongOnly() throws IOException {
        try (Socket lazy = askForTheEndlessOne()) {
            // Its place is taken, which is the only one, and then it is free.
            Answer[] refused = new Answer[1];
            await().until(
                            () -> {
                                refused[0] = get(EMPTY);
                                return refused[0].response().statusCode() == 503;
                            });
            refused[0].expectProblem(503, "overloaded");
            assertThat(refused[0].header("Retry-After")).isEqualTo("1");

            thePlaceIsFree();
            assertThat(lazy.isClosed()).isFalse();
        }
    }

    @Test
    void whoGoesAwayLeavesTheirPlace() throws IOException {
        try (Socket gone = askForTheEndlessOne()) {
            assertThat(gone.getInputStream().readNBytes(100_000)).hasSize(100_000);
        }
    }

    private Socket askForTheEndlessOne() throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream()
                .write(
                        "GET /odd-exports/endless HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
