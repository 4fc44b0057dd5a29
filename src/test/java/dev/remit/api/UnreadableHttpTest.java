package dev.remit.api;

import static dev.remit.RemitApi.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi.Books;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the HTTP server itself refuses, before there is a request to handle: a status, no body, and
 * no way to give it one.
 */
@QuarkusTest
class UnreadableHttpTest {

    private static final String POST = "POST /accounts HTTP/1.1\r\nHost: localhost\r\n";
    private static final String TYPE = "Content-Type: application/json\r\n";

    @TestHTTPResource("/")
    URI service;

    static Stream<Arguments> requests() {
        String end = "Connection: close\r\n\r\n";
        return Stream.of(
                Arguments.of("no HTTP", 400, "garbage\r\n\r\n"),
                Arguments.of("endless path", 414, get("/accounts?after=" + "x".repeat(9000)) + end),
                Arguments.of("endless header", 431, get("/accounts") + "X: " + "x".repeat(30_000)),
                Arguments.of("size no number", 400, POST + TYPE + "Content-Length: x\r\n\r\n{}"),
                Arguments.of("size negative", 400, POST + TYPE + "Content-Length: -1\r\n\r\n{}"),
                Arguments.of(
                        "two sizes",
                        400,
                        POST + TYPE + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
                Arguments.of(
                        "size and chunks",
                        400,
                        POST
                                + TYPE
                                + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedWithoutAWord(String what, int status, String request) {
        Books before = summary();

        RawHttp.Answer answer =
                new RawHttp(service).send(request.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(summary()).isEqualTo(before);
    }

    @Test
    void refusalsLeaveTheConnectionInOrder() {
        String requests =
                "PUT /accounts HTTP/1.1\r\nHost: localhost\r\n"
                        + TYPE
                        + "Content-Length: 2\r\n\r\n{}"
                        + POST
                        + "Content-Length: 2\r\n\r\n{}"
                        + get("/accounts?limit=1")
                        + "Connection: close\r\n\r\n";

        RawHttp.Answer first =
                new RawHttp(service).send(requests.getBytes(StandardCharsets.US_ASCII));

        assertThat(first.status()).isEqualTo(405);
        assertThat(first.body()).contains("HTTP/1.1 415 ", "HTTP/1.1 200 ", "\"items\":[");
    }

    /** An answer of some size would now and then be lost on the way to the other protocol. */
    @Test
    void anOfferToGoOnInHttp2IsPassedOver() {
        String request =
                get("/accounts?limit=1")
                        + "Connection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n"
                        + get("/accounts?limit=1")
                        + "Connection: close\r\n\r\n";

        RawHttp.Answer answer =
                new RawHttp(service).send(request.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"items\":[");
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n";
    }
}
