package dev.remit.webhook;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called: those that the whole world can reach, and what the settings allow.
 * Whoever makes a webhook could otherwise have the service call what only it can reach, such as its
 * own neighbours or the metadata of the machine that it runs on.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special-purpose
 *     addresses</a>
 */
@Singleton
class CallableAddresses {

    /** Of IPv6, everything that is given out to the world is in here. */
    private static final String UNICAST = "2000::/3";

    private static final List<String> SPECIAL =
            List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Protocols, benchmarks, and Teredo, which has an IPv4 address in it.
                    "2001::/23",
                    "2001:db8::/32",
                    // 6to4, which has one, too.
                    "2002::/16",
                    "3fff::/20");

    private final Network unicast = Network.parse(UNICAST);
    private final List<Network> special = SPECIAL.stream().map(Network::parse).toList();
    private final List<Network> allowed;

    CallableAddresses(WebhookSettings settings) {
        allowed = settings.allowedNetworks().orElse(List.of());
    }

    boolean contain(InetAddress address) {
        return isIn(allowed.stream(), address) || isPublic(address);
    }

    private boolean isPublic(InetAddress address) {
        return !isIn(special.stream(), address)
                && !(address instanceof Inet6Address && !unicast.contains(address));
    }

    private static boolean isIn(Stream<Network> networks, InetAddress address) {
        return networks.anyMatch(network -> network.contains(address));
    }
}
