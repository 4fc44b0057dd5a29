package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What was answered to one request.
 *
 * @param pause how long to wait before another attempt
 * @param replayed whether it had been done before
 */
record Answer(int status, byte[] body, Duration pause, boolean replayed) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where nothing is said. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    /** Nobody is asked without a break, even if he says so. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                pause(response),
                response.headers().firstValue("Idempotency-Replayed").isPresent());
    }

    /** Also the other form of the header, a date, is no reason to ask at once. */
    static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(pause -> pause.isZero() ? SHORTEST_PAUSE : pause)
                .orElse(USUAL_PAUSE);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether it is worth asking again: it says nothing against the request itself. */
    boolean isTemporary() {
        return status >= 500 || status == 429;
    }

    Problem problem() {
        return Problem.read(status, body);
    }

    JsonNode json() throws IOException {
        return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    }
}
