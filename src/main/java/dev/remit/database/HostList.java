package dev.remit.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of a database URL, {@code host[:port][,host[:port]…]}, with an IPv6 address in
 * brackets.
 */
final class HostList {

    /** CockroachDB's port. PostgreSQL's 5432 has to be written out. */
    private static final int DEFAULT_PORT = 26257;

    private static final int HIGHEST_PORT = 65535;

    private static final Pattern HOST_AND_PORT =
            Pattern.compile(
                    "(?<host>\\[[0-9A-Fa-f:.]+(?:%[\\w.-]+)?]|[\\p{L}\\p{N}._-]+)(?::(?<port>[^:]*))?");

    private HostList() {}

    /** Every host with its port, separated by commas. */
    static String withPorts(String hosts) {
        if (hosts.isEmpty()) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL names no host: it should look like postgresql://user:password@host:26257/database.");
        }
        var result = new StringBuilder();
        for (String host : hosts.split(",", -1)) {
            if (!result.isEmpty()) {
                result.append(',');
            }
            result.append(withPort(host));
        }
        return result.toString();
    }

    private static String withPort(String hostAndPort) {
        Matcher parts = HOST_AND_PORT.matcher(hostAndPort);
        if (parts.matches()) {
            return parts.group("host") + ':' + port(parts.group("port"));
        }
        if (hostAndPort.isEmpty()) {
            throw new InvalidDatabaseUrl("DATABASE_URL has an empty host in its list of hosts.");
        }
        if (hostAndPort.chars().filter(c -> c == ':').count() > 1) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL has more than one ':' in a host: write an IPv6 address in brackets, as in"
                            + " [2001:db8::1]:26257, and a ':' of a user name or password as %3A.");
        }
        throw new InvalidDatabaseUrl(
                "DATABASE_URL has a host that is neither a name nor an address: check the part between '@' and the"
                        + " database.");
    }

    private static int port(String digits) {
        if (digits == null) {
            return DEFAULT_PORT;
        }
        if (digits.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(digits);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        }
        throw new InvalidDatabaseUrl(
                "DATABASE_URL has a bad port: after the ':' of a host comes a number from 1 to "
                        + HIGHEST_PORT
                        + ".");
    }
}
