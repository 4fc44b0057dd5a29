package dev.remit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that follow from something else: the same always gives the same id, so that whoever asks for
 * it again finds what was posted the first time.
 */
public final class DerivedId {

    private DerivedId() {}

    /** A version 8 UUID (RFC 9562, section 5.8) of the bytes' SHA-256. */
    public static UUID of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(Hash.sha256().digest(content));
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }

    /**
     * Of one of several things that one call asks for.
     *
     * @param call the id of the call
     * @param index of the thing, from 0
     */
    public static UUID of(UUID call, int index) {
        return of("item " + index + ' ', call);
    }

    /**
     * Of what happens once in an account's life. The leading zero keeps it apart from every
     * Idempotency-Key, which has none.
     */
    static UUID of(String occasion, UUID owner) {
        return of(("\0" + occasion + owner).getBytes(StandardCharsets.US_ASCII));
    }
}
