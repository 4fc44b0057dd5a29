package dev.remit.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Finds out where a call to a URL would go, once, and whether it may. Whoever calls connects to the
 * address that was found here: a name that is looked up again may lead somewhere else.
 */
@Singleton
class Destinations {

    private final NameService names;
    private final CallableAddresses callable;

    Destinations(NameService names, CallableAddresses callable) {
        this.names = names;
        this.callable = callable;
    }

    /**
     * @throws UnknownHostException if there is no such host by now
     * @throws AddressRefused if any of its addresses may not be called: one that may be could be
     *     there to hide it
     */
    Destination of(String url) throws UnknownHostException, AddressRefused {
        URI uri = URI.create(url);
        InetAddress[] addresses = names.addresses(uri.getHost());
        if (!Arrays.stream(addresses).allMatch(callable::contain)) {
            throw new AddressRefused();
        }
        return new Destination(uri, addresses[0]);
    }
}
