package dev.remit.webhook;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Objects;

/**
 * Addresses that begin alike.
 *
 * @param address 4 or 16 bytes
 * @param prefix how many bits of them count
 */
public record Network(byte[] address, int prefix) {

    /** Found by the configuration: {@code 10.0.0.0/8}, {@code fc00::/7}, or a single address. */
    public static Network parse(CharSequence text) {
        String[] parts = text.toString().strip().split("/", 2);
        byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        if (address == null) {
            throw invalid(text);
        }
        int bits = address.length * Byte.SIZE;
        try {
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            return new Network(address, Objects.checkIndex(prefix, bits + 1));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw invalid(text);
        }
    }

    private static IllegalArgumentException invalid(CharSequence text) {
        return new IllegalArgumentException(
                "'%s' is no network: write an address, a slash and a number of bits, such as 10.1.0.0/16."
                        .formatted(text));
    }

    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(bytes, bit) != bit(address, bit)) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }
}
