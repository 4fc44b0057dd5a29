package dev.remit.devdb;

import static dev.remit.database.DatabaseUrlConfigSource.DATABASE_URL;
import static dev.remit.database.DatabaseUrlConfigSource.JDBC_URL;
import static dev.remit.database.DatabaseUrlConfigSource.isBuild;
import static dev.remit.database.DatabaseUrlConfigSource.setting;

import dev.remit.database.DatabaseUrlConfigSource;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigurableConfigSource;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * In development and tests, points the data source to a development database if no other is
 * configured.
 *
 * <p>It is registered as a provider, though only a factory sees the configuration: so its
 * registration is in a file of its own, which is left out of the package as a whole.
 *
 * <p>It is read for the static initialization already, for the same reason as {@code DATABASE_URL}.
 */
@StaticInitSafe
public final class DevDatabaseConfigSource implements ConfigSourceProvider, ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        return List.of(new ConfigurableConfigSource(this));
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean wanted =
                !isBuild()
                        && context.getProfiles().stream().anyMatch(List.of("dev", "test")::contains)
                        && setting(context, DATABASE_URL).isEmpty()
                        && setting(context, JDBC_URL).isEmpty();
        return wanted
                ? List.of(
                        DatabaseUrlConfigSource.source(
                                DevDatabase.url(setting(context, Choice.SETTING)),
                                "development database"))
                : List.of();
    }
}
