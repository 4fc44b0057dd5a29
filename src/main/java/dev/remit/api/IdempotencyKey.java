package dev.remit.api;

import dev.remit.api.problem.Problems;
import dev.remit.ledger.DerivedId;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The id under which a transfer is posted, an account opened or a monitor created, at most once.
 *
 * @param isGiven whether the caller gave it; otherwise it is new, and the request is never
 *     deduplicated
 */
public record IdempotencyKey(UUID id, boolean isGiven) {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    /**
     * @param inBody the id in the request's body, may be null
     * @param call the request
     */
    public static IdempotencyKey of(UUID inBody, HttpServerRequest call) {
        UUID inHeader = ofCall(call);
        if (inHeader == null) {
            return of(inBody);
        }
        if (inBody != null && !inBody.equals(inHeader)) {
            throw Problems.invalid(HEADER, "must be the same as the id in the body, or absent");
        }
        return new IdempotencyKey(inHeader, true);
    }

    /**
     * Of one of several things that one call asks for.
     *
     * @param inBody the id of the thing itself, may be null: then it follows from that of the call
     * @param ofCall may be null
     * @param index of the thing, from 0
     */
    public static IdempotencyKey of(UUID inBody, UUID ofCall, int index) {
        return inBody == null && ofCall != null
                ? new IdempotencyKey(DerivedId.of(ofCall, index), true)
                : of(inBody);
    }

    /**
     * The id that a call as a whole has; null if it has none.
     *
     * @param call the request. An empty key is not the same as none: who sent it believes that the
     *     request can be repeated. As an injected parameter it could not be told apart; and the
     *     framework's own headers are a sorted copy of all of them, made for each request that asks
     */
    public static UUID ofCall(HttpServerRequest call) {
        List<String> keys = call.headers().getAll(HEADER);
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1) {
            throw Problems.invalid(HEADER, "must be given once");
        }
        return parse(keys.getFirst());
    }

    /**
     * @param inBody null if the service is to pick one
     */
    private static IdempotencyKey of(UUID inBody) {
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
