package dev.remit.transfer;

import dev.remit.http.Uuids;
import dev.remit.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * The id under which a transfer is posted at most once.
 *
 * @param isGiven whether the caller gave it; otherwise it is new, and the request is never
 *     deduplicated
 */
record IdempotencyKey(UUID id, boolean isGiven) {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    /**
     * @param inBody the id in the request's body, may be null
     * @param headers of the request. An empty key is not the same as none: who sent it believes
     *     that the request can be repeated. As an injected parameter it could not be told apart
     */
    static IdempotencyKey of(UUID inBody, HttpHeaders headers) {
        List<String> keys = headers.getRequestHeader(HEADER);
        if (keys.isEmpty()) {
            return inBody == null
                    ? new IdempotencyKey(UUID.randomUUID(), false)
                    : new IdempotencyKey(inBody, true);
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

    private static UUID parse(String header) {
        if (header.isEmpty()
                || header.length() > MAX_LENGTH
                || header.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Problems.invalid(
                    HEADER, "must be 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
        return Uuids.parse(header).orElseGet(() -> hash(header));
    }

    /**
     * A version 8 UUID (RFC 9562, section 5.8) of the key's SHA-256: the same key gives the same id
     * for ever.
     */
    private static UUID hash(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            long high = bytes.getLong() & ~0xF000L | 0x8000L;
            long low = bytes.getLong() & ~(3L << 62) | 2L << 62;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
