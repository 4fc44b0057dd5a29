package dev.remit.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * The query parameters of a database URL, renamed where libpq (whose URLs CockroachDB hands out)
 * and pgjdbc differ.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html">libpq's names</a>
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">pgjdbc's names</a>
 */
final class UrlParameters {

    private static final Map<String, String> DRIVER_NAMES =
            Map.of(
                    "application_name", "ApplicationName",
                    "connect_timeout", "connectTimeout",
                    "channel_binding", "channelBinding",
                    "target_session_attrs", "targetServerType");

    private static final String SSLMODE = "sslmode";
    private static final List<String> SSLMODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final Map<String, String> values = new LinkedHashMap<>();

    private UrlParameters() {}

    /**
     * Only the first '=' of a parameter separates: {@code options=--cluster=name} needs no escape.
     */
    static UrlParameters parse(String query, UnaryOperator<String> decode) {
        var parameters = new UrlParameters();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                int equals = parameter.indexOf('=');
                String name = decode.apply(equals < 0 ? parameter : parameter.substring(0, equals));
                String value = equals < 0 ? "" : decode.apply(parameter.substring(equals + 1));
                TlsNames.refuseMisspelt(name);
                parameters.values.put(DRIVER_NAMES.getOrDefault(name, name), value);
            }
        }
        parameters.values.computeIfPresent(SSLMODE, (name, value) -> sslmode(value));
        return parameters;
    }

    private static String sslmode(String value) {
        String mode = value.toLowerCase(Locale.ROOT);
        if (!SSLMODES.contains(mode)) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL has the sslmode '%s', but it has to be one of: %s."
                            .formatted(value, String.join(", ", SSLMODES)));
        }
        return mode;
    }

    Optional<String> take(String name) {
        return Optional.ofNullable(values.remove(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Settles where the certificate authority comes from: the file that is named (in the home
     * folder if it begins so, because no shell has expanded it in an .env file), else the file
     * where CockroachDB Cloud's instructions put it.
     */
    void completeRootCertificate(Path home) {
        String mode = values.getOrDefault(SSLMODE, "");
        String file = values.get("sslrootcert");
        if ("system".equals(file)) {
            // libpq's word for the authorities that the machine trusts; to pgjdbc it would be a
            // file of that name.
            values.remove("sslrootcert");
            values.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (file != null) {
            values.put("sslrootcert", expandHome(file, home));
        } else if ((mode.equals("verify-ca") || mode.equals("verify-full"))
                && !values.containsKey("sslfactory")) {
            values.put("sslrootcert", home.resolve(".postgresql/root.crt").toString());
        }
    }

    private static String expandHome(String file, Path home) {
        for (String prefix : new String[] {"~/", "$HOME/", "${HOME}/"}) {
            if (file.startsWith(prefix)) {
                return home.resolve(file.substring(prefix.length())).toString();
            }
        }
        return file;
    }

    /** {@code ?name=value&…}, escaped, or nothing. */
    String toQuery() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        values.forEach(
                (name, value) ->
                        query.add(PercentCode.encode(name) + '=' + PercentCode.encode(value)));
        return query.toString();
    }
}
