package dev.remit.database;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns {@code DATABASE_URL} into the settings of Quarkus' data source.
 *
 * <p>It stands below application.properties, so what the user says about {@code
 * quarkus.datasource.*} wins. If that includes the JDBC URL, nothing of {@code DATABASE_URL} is
 * used: one database's password is never sent to another.
 *
 * <p>It is also read for the static initialization, although nothing there needs it: a URL that is
 * missing or bad then ends the start before anything else has been logged.
 */
@StaticInitSafe
public final class DatabaseUrlConfigSource implements ConfigSourceFactory {

    public static final String DATABASE_URL = "DATABASE_URL";
    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    public static final String USERNAME = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";

    /**
     * Below application.properties (250) and microprofile-config.properties (100), above defaults.
     */
    static final int ORDINAL = 90;

    /** A class of Quarkus' build, which also starts the application in development and tests. */
    private static final String BUILD_CLASS = "io/quarkus/deployment/QuarkusAugmentor.class";

    /**
     * What Quarkus calls the class loader of an application that runs in the process that built it.
     */
    private static final String RUNTIME_LOADER = "Quarkus Runtime ClassLoader";

    private static final Pattern BACKSLASHES = Pattern.compile("(\\\\+)(?=\\$)");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // What a source offers during the build would be recorded as a default in the artifact,
        // password included.
        if (isBuild() || setting(context, JDBC_URL).isPresent()) {
            return List.of();
        }
        Optional<String> url = setting(context, DATABASE_URL);
        if (url.isPresent()) {
            return List.of(source(DatabaseUrl.parse(url.get()), DATABASE_URL));
        }
        if (startsItsOwn(context.getProfiles())) {
            return List.of();
        }
        throw new StartupFailure(
                "No database is configured: set DATABASE_URL, as in"
                        + " postgresql://user:password@host:26257/database?sslmode=verify-full.");
    }

    /** The data source's settings for a database, as a configuration source of that name. */
    public static ConfigSource source(DatabaseUrl url, String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put(JDBC_URL, literal(url.jdbcUrl()));
        url.username().ifPresent(username -> settings.put(USERNAME, literal(username)));
        url.password().ifPresent(password -> settings.put(PASSWORD, literal(password)));
        return new PropertiesConfigSource(settings, name, ORDINAL);
    }

    /**
     * Whether the configuration is read by a build, which also creates every source, rather than by
     * a start.
     */
    public static boolean isBuild() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        boolean runs =
                loader == null
                        || String.valueOf(loader.getName()).startsWith(RUNTIME_LOADER)
                        || loader.getResource(BUILD_CLASS) == null;
        return !runs || ImageMode.current() == ImageMode.NATIVE_BUILD;
    }

    /** A setting as it was written, because a '$' in a password does not begin an expression. */
    public static Optional<String> setting(ConfigSourceContext context, String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(() -> context.getValue(name)))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }

    private static boolean startsItsOwn(List<String> profiles) {
        return profiles.contains("dev") || profiles.contains("test");
    }

    /**
     * Escapes what SmallRye Config would read as an expression. {@code $$} is a '$', but a
     * backslash before it would be an escape too: it is written as the default of a setting that
     * never exists.
     */
    static String literal(String value) {
        return BACKSLASHES.matcher(value.replace("$", "$$")).replaceAll("\\${no.such.setting:$1}");
    }
}
