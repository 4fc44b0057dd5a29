package dev.remit.api;

import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.summary;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Books;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 8 MiB are read and not a byte more, whether the size is told or not. */
@QuarkusTest
class BodySizeTest {

    private static final int LIMIT = 8 * 1024 * 1024;

    private static final String HEAD =
            """
            POST /accounts HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Type: application/json\r
            """;

    @TestHTTPResource("/")
    URI service;

    @Test
    void largestBodyIsRead() {
        RawHttp.Answer answer =
                new RawHttp(service)
                        .send(
                                "POST",
                                "/accounts",
                                List.of("Content-Type", "application/json"),
                                padded(LIMIT));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void largestBodyIsReadInChunks() {
        RawHttp.Answer answer = new RawHttp(service).send(chunked(padded(LIMIT), true));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** The answer does not wait for the body, which is not sent here. */
    @ParameterizedTest
    @ValueSource(longs = {LIMIT + 1, 99_999_999_999L, Long.MAX_VALUE})
    void announcedBodyThatIsTooLargeIsNotReadAtAll(long length) {
        String head = HEAD + "Content-Length: " + length + "\r\n\r\n";

        assertTooLarge(head.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bodyThatAwaitsPermissionDoesNotGetIt() {
        String head = HEAD + "Expect: 100-continue\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n";

        assertTooLarge(head.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bodyThatBecomesTooLargeIsNotReadToTheEnd() {
        assertTooLarge(chunked(padded(LIMIT + 1), false));
    }

    private void assertTooLarge(byte[] request) {
        Books before = summary();

        RawHttp.Answer answer = new RawHttp(service).send(request);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = json(answer.body());
        assertThat(problem.get("type").textValue())
                .isEqualTo("urn:remit:problem:payload-too-large");
        assertThat(problem.get("status").intValue()).isEqualTo(413);
        assertThat(summary()).isEqualTo(before);
    }

    /** A good request of just that size: JSON may end with white space. */
    private static byte[] padded(int size) {
        return ("{}" + " ".repeat(size - 2)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] chunked(byte[] body, boolean complete) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                (HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
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
}
