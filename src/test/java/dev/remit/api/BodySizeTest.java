package dev.remit.api;

import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.summary;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Books;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** So much is read as the path allows and not a byte more, whether the size is told or not. */
@QuarkusTest
class BodySizeTest {

    private static final int SMALL = 64 * 1024;
    private static final int LARGE = 8 * 1024 * 1024;

    private static final String TYPE = "Content-Type: application/json\r\n";
    private static final String CLOSE = "Connection: close\r\n";

    /** Whose senders have a while to notice the answer. The whiles pass all at once. */
    private static final List<RawHttp.Exchange> REFUSED = new ArrayList<>();

    @TestHTTPResource("/")
    URI service;

    @AfterAll
    static void whoIsRefusedIsCutOff() throws IOException {
        for (RawHttp.Exchange refused : REFUSED) {
            refused.awaitEnd();
        }
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("/accounts", "{}", SMALL),
                Arguments.of("/accounts/batch", "{\"accounts\":[{}]}", LARGE));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void largestBodyIsRead(String path, String body, int limit) {
        RawHttp.Answer answer = new RawHttp(service).send(sized(path, CLOSE, padded(body, limit)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void largestBodyIsReadInChunks(String path, String body, int limit) {
        RawHttp.Answer answer =
                new RawHttp(service).send(chunked(path, CLOSE, padded(body, limit), true));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/accounts/",
                "/accounts/batch",
                "/transfers",
                "/transfers/batch",
                "/accounts/0190b1f0-0000-4000-8000-000000000000/deposits",
                "/accounts/0190b1f0-0000-4000-8000-000000000000/withdrawals",
                "/q/health",
                "/nothing"
            })
    void bodyThatIsTooLargeIsRefusedWhateverItSays(String path) {
        int limit = path.endsWith("/batch") ? LARGE : SMALL;

        assertTooLarge(sized(path, "", padded("{}", limit + 1)));
    }

    /** The answer does not wait for the body, which is not sent here. */
    @ParameterizedTest
    @MethodSource("announced")
    void announcedBodyThatIsTooLargeIsNotAwaited(String path, long length) {
        assertTooLarge(head(path, "Content-Length: " + length));
    }

    static Stream<Arguments> announced() {
        return Stream.of(
                Arguments.of("/accounts", SMALL + 1L),
                Arguments.of("/accounts", 99_999_999_999L),
                Arguments.of("/transfers/batch", LARGE + 1L),
                Arguments.of("/accounts/batch", LARGE + 1L),
                Arguments.of("/accounts/batch", Long.MAX_VALUE));
    }

    @Test
    void bodyThatAwaitsPermissionDoesNotGetIt() {
        assertTooLarge(head("/accounts", "Expect: 100-continue\r\nContent-Length: " + (SMALL + 1)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void bodyThatBecomesTooLargeIsNotReadToTheEnd(String path, String body, int limit) {
        assertTooLarge(chunked(path, "", padded(body, limit + 1), false));
    }

    /** It ends before anybody could begin to read it. */
    @ParameterizedTest
    @MethodSource("limits")
    void emptyBodyIsRead(String path) {
        RawHttp service = new RawHttp(this.service);

        assertThat(service.send(sized(path, CLOSE, new byte[0])).status()).isEqualTo(400);
        assertThat(service.send(chunked(path, CLOSE, new byte[0], true)).status()).isEqualTo(400);
    }

    /** Its sender reads the answer even if it first sends all that it has. */
    @Test
    void bodyThatIsMuchTooLargeIsAnsweredAllTheSame() {
        assertTooLarge(sized("/accounts", "", padded("{}", LARGE)));
        assertTooLarge(chunked("/accounts", "", padded("{}", LARGE), true));
    }

    private void assertTooLarge(byte[] request) {
        Books before = summary();

        RawHttp.Exchange refused = new RawHttp(service).exchange(request);
        REFUSED.add(refused);
        RawHttp.Answer answer = refused.answer();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = json(answer.body());
        assertThat(problem.get("type").textValue())
                .isEqualTo("urn:remit:problem:payload-too-large");
        assertThat(problem.get("status").intValue()).isEqualTo(413);
        assertThat(summary()).isEqualTo(before);
    }

    /** The same request of just that size: JSON may end with white space. */
    private static byte[] padded(String body, int size) {
        return (body + " ".repeat(size - body.length())).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sized(String path, String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head(path, headers + "Content-Length: " + body.length));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static byte[] chunked(String path, String headers, byte[] body, boolean complete) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head(path, headers + "Transfer-Encoding: chunked"));
        int chunk = 1 << 16;
        for (int start = 0; start < body.length; start += chunk) {
            int size = Math.min(chunk, body.length - start);
            request.writeBytes(
                    (Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            request.write(body, start, size);
            request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        if (complete) {
            request.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return request.toByteArray();
    }

    private static byte[] head(String path, String headers) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + TYPE + headers + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
