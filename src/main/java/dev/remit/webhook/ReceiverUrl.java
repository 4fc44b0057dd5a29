package dev.remit.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Whether a text can be the address of a receiver, as far as that can be seen from it. */
final class ReceiverUrl {

    static final String HTTPS = "https";

    private static final String HTTP = "http";
    private static final int LAST_PORT = 65_535;

    private ReceiverUrl() {}

    /**
     * What is wrong with it, to be read behind its name; empty if nothing is.
     *
     * @param allowHttp whether it may do without TLS
     */
    static Optional<String> complaint(String text, boolean allowHttp) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("must be a URL");
        }
        boolean isPlain = HTTP.equalsIgnoreCase(url.getScheme());
        if (!isPlain && !HTTPS.equalsIgnoreCase(url.getScheme())) {
            return Optional.of("must begin with https://");
        }
        if (isPlain && !allowHttp) {
            return Optional.of(
                    "must begin with https://: this service calls nobody without encryption");
        }
        if (url.getHost() == null) {
            return Optional.of("must name a host");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("must not contain a user or a password");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must not have a fragment");
        }
        if (url.getPort() == 0 || url.getPort() > LAST_PORT) {
            return Optional.of("must name a port from 1 to 65535, if any");
        }
        return Optional.empty();
    }
}
