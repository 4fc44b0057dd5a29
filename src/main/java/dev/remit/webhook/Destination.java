package dev.remit.webhook;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where a call goes.
 *
 * @param address the one that was looked at and found to be allowed, and that is connected to
 */
record Destination(URI url, InetAddress address) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    boolean isSecure() {
        return ReceiverUrl.HTTPS.equalsIgnoreCase(url.getScheme());
    }

    int port() {
        int given = url.getPort();
        int usual = isSecure() ? HTTPS_PORT : HTTP_PORT;
        return given < 0 ? usual : given;
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port());
    }

    /** What is asked for there. */
    String path() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + '?' + url.getRawQuery();
    }
}
