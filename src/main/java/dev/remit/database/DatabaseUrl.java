package dev.remit.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What {@code DATABASE_URL} says, in the terms of the JDBC driver.
 *
 * @param jdbcUrl without user and password
 * @param username absent if the URL names none
 * @param password absent if the URL has none
 */
public record DatabaseUrl(String jdbcUrl, Optional<String> username, Optional<String> password) {

    private static final String JDBC = "jdbc:postgresql://";
    private static final List<String> SCHEMES =
            List.of("postgresql://", "postgres://", "cockroachdb://", JDBC);
    private static final Pattern SCHEME =
            Pattern.compile("(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]{0,19}://");
    private static final Pattern HOSTS_WITH_PORTS =
            Pattern.compile("[^:]*(?::\\d*)?(?:,[^:]*(?::\\d*)?)*|.*\\[.*");

    /**
     * Reads a URL as CockroachDB Cloud, {@code cockroach} and PostgreSQL's tools print it.
     *
     * @throws InvalidDatabaseUrl with a sentence that says what is wrong with it
     */
    public static DatabaseUrl parse(String text) {
        return parse(text, Path.of(System.getProperty("user.home")));
    }

    static DatabaseUrl parse(String text, Path home) {
        String url = withoutQuotes(text.strip());
        Placeholders.refuseAround(url);
        String scheme = scheme(url);
        UnaryOperator<String> decode =
                scheme.equals(JDBC) ? PercentCode::decodeForm : PercentCode::decode;

        String rest = url.substring(scheme.length());
        int pathAt = indexOfAny("/?#", rest, 0);
        int queryAt = indexOfAny("?#", rest, pathAt);
        String authority = rest.substring(0, pathAt);
        String path = rest.substring(pathAt, queryAt);
        String query = rest.substring(queryAt);
        refuseSplitPassword(authority, path, query);

        int at = authority.lastIndexOf('@');
        String[] user = authority.substring(0, Math.max(at, 0)).split(":", 2);
        Placeholders.refuseCredential("the user", user[0]);
        Placeholders.refuseCredential("the password", user.length == 1 ? "" : user[1]);
        Placeholders.refuseIn("the host or the database", authority.substring(at + 1) + path);
        Placeholders.refuseIn("a parameter", query);

        String hosts = HostList.withPorts(authority.substring(at + 1));
        String database = database(path);
        if (query.contains("#")) {
            throw new InvalidDatabaseUrl("DATABASE_URL contains a '#': write it as %23.");
        }
        var parameters = UrlParameters.parse(query.isEmpty() ? "" : query.substring(1), decode);
        Optional<String> username = parameters.take("user").or(() -> credential(user[0]));
        Optional<String> password =
                parameters
                        .take("password")
                        .or(() -> user.length == 1 ? Optional.empty() : credential(user[1]));
        parameters.completeRootCertificate(home);
        String jdbcUrl =
                JDBC
                        + hosts
                        + '/'
                        + PercentCode.encode(decode.apply(database))
                        + parameters.toQuery();
        return new DatabaseUrl(jdbcUrl, username, password);
    }

    /** Neither the password nor the parameters, which may hold the password of a key. */
    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }

    /** Files of variables that are not read by a shell often keep their quotes. */
    private static String withoutQuotes(String text) {
        boolean quoted =
                text.length() > 1
                        && "\"'".indexOf(text.charAt(0)) >= 0
                        && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String scheme(String url) {
        for (String scheme : SCHEMES) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return scheme;
            }
        }
        var found = SCHEME.matcher(url);
        throw new InvalidDatabaseUrl(
                "DATABASE_URL has to begin with postgresql://, postgres://, cockroachdb:// or jdbc:postgresql://"
                        + (found.lookingAt() ? ", not with " + found.group() + "." : "."));
    }

    /**
     * An unescaped '/', '?' or '#' in the password ends the part with user, password and host too
     * early. Then an '@' is left behind where none belongs, and what looks like host and port is
     * the user and half of the password.
     */
    private static void refuseSplitPassword(String authority, String path, String query) {
        boolean elsewhere = (path + query).contains("@");
        boolean odd =
                path.isEmpty()
                        || path.contains("@")
                        || !HOSTS_WITH_PORTS.matcher(authority).matches();
        if (!authority.contains("@") && elsewhere && odd) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL has a '/', '?' or '#' in its user name or password: write them as %2F, %3F and %23"
                            + " there.");
        }
    }

    private static String database(String path) {
        String database = path.isEmpty() ? "" : path.substring(1);
        if (database.isEmpty()) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL names no database: put its name after the host, as in"
                            + " postgresql://user:password@host:26257/database.");
        }
        if (database.contains("/")) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL has a '/' in the database's name: write it as %2F.");
        }
        return database;
    }

    private static Optional<String> credential(String text) {
        return Optional.of(PercentCode.decode(text)).filter(value -> !value.isEmpty());
    }

    private static int indexOfAny(String characters, String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
