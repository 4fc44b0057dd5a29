package dev.remit.api;

import dev.remit.api.problem.Problems;
import dev.remit.ledger.DerivedId;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The id under which a transfer is posted, or an account opened, at most once.
 *
 * @param isGiven whether the caller gave it; otherwise it is new, and the request is never
 *     deduplicated
 */
public record IdempotencyKey(UUID id, boolean isGiven) {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    /**
     * @param inBody the id in the request's body, may be null
     * @param headers of the request. An empty key is not the same as none: who sent it believes
     *     that the request can be repeated. As an injected parameter it could not be told apart
     */
    public static IdempotencyKey of(UUID inBody, HttpHeaders headers) {
        List<String> keys = headers.getRequestHeader(HEADER);
        if (keys.isEmpty()) {
            return of(inBody);
        }
        if (keys.size() > 1) {
            throw Problems.invalid(HEADER, "must be given once");
        }
        UUID id = parse(keys.getFirst());
        if (inBody != null && !inBody.equals(id)) {
            throw Problems.invalid(HEADER, "must be the same as the id in the body, or absent");
        }
        return new IdempotencyKey(id, true);
    }

    /**
     * @param inBody null if the service is to pick one
     */
    public static IdempotencyKey of(UUID inBody) {
        return inBody == null
                ? new IdempotencyKey(UUID.randomUUID(), false)
                : new IdempotencyKey(inBody, true);
    }

    private static UUID parse(String header) {
        if (header.isEmpty()
                || header.length() > MAX_LENGTH
                || header.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Problems.invalid(
                    HEADER, "must be 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
        return Uuids.parse(header)
                .orElseGet(() -> DerivedId.of(header.getBytes(StandardCharsets.US_ASCII)));
    }
}
