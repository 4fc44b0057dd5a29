package dev.remit.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A {@code POST /transfers} whose ids and amount are written over those of the one before: every
 * request has the same length, and writing one leaves nothing behind to collect.
 */
final class TransferRequest {

    private static final int UUID_LENGTH = 36;
    private static final String NO_ID = "0".repeat(UUID_LENGTH);
    private static final String BEFORE_ID = "{\"id\":\"";
    private static final String BEFORE_FROM = "\",\"from\":\"";
    private static final String BEFORE_TO = "\",\"to\":\"";
    private static final String BEFORE_AMOUNT = "\",\"amount\":";

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] body =
            (BEFORE_ID + NO_ID + BEFORE_FROM + NO_ID + BEFORE_TO + NO_ID + BEFORE_AMOUNT + "00}")
                    .getBytes(StandardCharsets.US_ASCII);
    private final byte[][] heads;
    private final TransferIds ids;
    private final UUID[] accounts;

    TransferRequest(ApiClient client, TransferIds ids, UUID[] accounts) {
        this.heads =
                client.endpoints().stream()
                        .map(endpoint -> endpoint.postHead("/transfers", body.length))
                        .toArray(byte[][]::new);
        this.ids = ids;
        this.accounts = accounts;
    }

    ByteBuf write(Endpoint endpoint, int number, TransferPlan.Planned transfer) {
        int at = BEFORE_ID.length();
        at = write(ids.upper(number), ids.lower(number), at) + BEFORE_FROM.length();
        at = write(accounts[transfer.from()], at) + BEFORE_TO.length();
        at = write(accounts[transfer.to()], at) + BEFORE_AMOUNT.length();
        body[at] = (byte) ('0' + transfer.amount() / 10);
        body[at + 1] = (byte) ('0' + transfer.amount() % 10);
        return ApiClient.buffer(heads[endpoint.number()], body);
    }

    private int write(UUID id, int at) {
        return write(id.getMostSignificantBits(), id.getLeastSignificantBits(), at);
    }

    /** Returns the place after the 36 characters. */
    private int write(long upper, long lower, int at) {
        int next = write(upper >>> 32, 8, at);
        next = dash(write(upper >>> 16, 4, dash(next)));
        next = dash(write(upper, 4, next));
        next = dash(write(lower >>> 48, 4, next));
        return write(lower, 12, next);
    }

    private int dash(int at) {
        body[at] = '-';
        return at + 1;
    }

    private int write(long bits, int digits, int at) {
        long rest = bits;
        for (int i = at + digits - 1; i >= at; i--) {
            body[i] = HEX[(int) (rest & 0xF)];
            rest >>>= 4;
        }
        return at + digits;
    }
}
