package dev.remit.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What the service answered. */
public record Reply(int status, JsonNode body, boolean replayed, String retryAfter) {

    private static final String PROBLEM = "urn:remit:problem:";

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                Json.read(response.body()),
                response.headers().firstValue("Idempotency-Replayed").isPresent(),
                response.headers().firstValue("Retry-After").orElse(null));
    }

    public boolean isPosted() {
        return status == 200 || status == 201;
    }

    /** Of the problem; empty if it is none. */
    public String slug() {
        String type = body.path("type").asText("");
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }

    public Movement movement() {
        return Movement.of(body);
    }
}
