package dev.remit.load;

import dev.remit.load.TransferPlan.Transfer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where one instance of the service answers, and what it is sent: the bytes of one {@code POST
 * /transfers}, in which each transfer's ids and amount are written over those of the one before.
 * Every request has the same length, and writing one leaves nothing behind to collect: what the
 * generator uses is missing to what it measures. For one thread.
 */
final class Endpoint {

    private static final int DEFAULT_PORT = 80;

    private static final int UUID_LENGTH = 36;
    private static final String NO_ID = "0".repeat(UUID_LENGTH);
    private static final String BEFORE_ID = "{\"id\":\"";
    private static final String BEFORE_FROM = "\",\"from\":\"";
    private static final String BEFORE_TO = "\",\"to\":\"";
    private static final String BEFORE_AMOUNT = "\",\"amount\":";
    private static final String BODY =
            BEFORE_ID + NO_ID + BEFORE_FROM + NO_ID + BEFORE_TO + NO_ID + BEFORE_AMOUNT + "00}";

    private static final byte[] HEX = ascii("0123456789abcdef");

    private final int number;
    private final InetSocketAddress address;
    private final byte[] request;

    /**
     * @param number counted from 0 in the order of the options
     * @param token null if none is needed
     * @throws UnreachableException if the URL's host has no address
     */
    Endpoint(int number, URI url, String token) throws UnreachableException {
        int port = url.getPort() == -1 ? DEFAULT_PORT : url.getPort();
        this.number = number;
        try {
            address = new InetSocketAddress(InetAddress.getByName(url.getHost()), port);
        } catch (UnknownHostException e) {
            throw new UnreachableException("no such host: " + url.getHost(), e);
        }
        request =
                ascii(
                        "POST %s/transfers HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(
                                        url.getRawPath().replaceAll("/+$", ""),
                                        url.getRawAuthority(),
                                        token == null
                                                ? ""
                                                : "Authorization: Bearer " + token + "\r\n",
                                        BODY.length(),
                                        BODY));
    }

    int number() {
        return number;
    }

    InetSocketAddress address() {
        return address;
    }

    ByteBuf request(Transfer transfer) {
        int at = request.length - BODY.length() + BEFORE_ID.length();
        at = write(transfer.id(), at) + BEFORE_FROM.length();
        at = write(transfer.from(), at) + BEFORE_TO.length();
        at = write(transfer.to(), at) + BEFORE_AMOUNT.length();
        request[at] = (byte) ('0' + transfer.amount() / 10);
        request[at + 1] = (byte) ('0' + transfer.amount() % 10);
        return ByteBufAllocator.DEFAULT.ioBuffer(request.length).writeBytes(request);
    }

    /** Returns the place after the 36 characters. */
    private int write(UUID id, int at) {
        long upper = id.getMostSignificantBits();
        long lower = id.getLeastSignificantBits();
        int next = write(upper >>> 32, 8, at);
        next = write(upper >>> 16, 4, dash(next));
        next = write(upper, 4, dash(next));
        next = write(lower >>> 48, 4, dash(next));
        return write(lower, 12, dash(next));
    }

    private int dash(int at) {
        request[at] = '-';
        return at + 1;
    }

    private int write(long bits, int digits, int at) {
        long rest = bits;
        for (int i = at + digits - 1; i >= at; i--) {
            request[i] = HEX[(int) (rest & 0xF)];
            rest >>>= 4;
        }
        return at + digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
