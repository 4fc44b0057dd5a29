package dev.remit.load;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/**
 * Where one instance of the service answers, and how requests to it begin.
 *
 * @param number counted from 0 in the order of the options
 * @param authority for the header {@code Host}
 * @param base the path that is put before every call's path
 */
record Endpoint(int number, InetSocketAddress address, String authority, String base) {

    private static final int DEFAULT_PORT = 80;

    /**
     * @throws UnreachableException if the URL's host has no address
     */
    static Endpoint of(int number, URI url) throws UnreachableException {
        int port = url.getPort() == -1 ? DEFAULT_PORT : url.getPort();
        try {
            return new Endpoint(
                    number,
                    new InetSocketAddress(InetAddress.getByName(url.getHost()), port),
                    url.getRawAuthority(),
                    url.getRawPath().replaceAll("/+$", ""));
        } catch (UnknownHostException e) {
            throw new UnreachableException("no such host: " + url.getHost(), e);
        }
    }

    ByteBuf get(String path) {
        return ApiClient.buffer(
                bytes("GET " + base + path + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n"));
    }

    /** The bytes of a POST before its body, which may be sent any number of times. */
    byte[] postHead(String path, int bodyLength) {
        return bytes(
                "POST "
                        + base
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + authority
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + bodyLength
                        + "\r\n\r\n");
    }

    @Override
    public String toString() {
        return "http://" + authority + base;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
