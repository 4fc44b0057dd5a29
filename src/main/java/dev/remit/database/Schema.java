package dev.remit.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the database's schema to the version of this program, before anything else uses the
 * database.
 *
 * <p>Quarkus would do so by itself with {@code quarkus.flyway.migrate-at-start}, but a database
 * that cannot be reached would then end the start with a page of stack trace.
 *
 * <p>It has connections of its own: those of the pool give a statement up after a few seconds, and
 * a change of the schema of a large database may take longer.
 */
@ApplicationScoped
public class Schema {

    /** Before every other observer of the start: they may use the database. */
    private static final int FIRST = 1;

    /** A person who waits longer than this wants to know what for. */
    private static final long SILENCE_SECONDS = 2;

    private static final Logger LOG = Logger.getLogger(Schema.class);

    private static final String DRIVER_PROPERTIES =
            "quarkus.datasource.jdbc.additional-jdbc-properties";

    private final Flyway flyway;
    private final DataSource connections;
    private final DatabaseAddress address;
    private final boolean hasPassword;
    private volatile DatabaseKind kind;

    Schema(
            Flyway flyway,
            @ConfigProperty(name = DatabaseUrlConfigSource.JDBC_URL) String jdbcUrl,
            @ConfigProperty(name = DatabaseUrlConfigSource.USERNAME) Optional<String> username,
            @ConfigProperty(name = DatabaseUrlConfigSource.PASSWORD) Optional<String> password,
            @ConfigProperty(name = DRIVER_PROPERTIES) Map<String, String> driverProperties) {
        this.address = DatabaseAddress.of(jdbcUrl);
        this.hasPassword = password.isPresent();
        this.connections = connections(jdbcUrl, username, password, driverProperties);
        FluentConfiguration configuration =
                Flyway.configure().configuration(flyway.getConfiguration()).dataSource(connections);
        // By default one transaction waits for the lock and then looks what is to be done. Where
        // transactions are serializable it would see the database as it was before the wait, and
        // do again what another instance has just done. CockroachDB is locked by a row anyway.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        this.flyway = configuration.load();
    }

    /**
     * As the pool makes them, but for the limit of time; what the URL says wins, as it does there.
     */
    private static DataSource connections(
            String jdbcUrl,
            Optional<String> username,
            Optional<String> password,
            Map<String, String> driverProperties) {
        var connections = new PGSimpleDataSource();
        try {
            for (var property : driverProperties.entrySet()) {
                connections.setProperty(property.getKey(), property.getValue());
            }
            connections.setSocketTimeout(0);
        } catch (SQLException e) {
            throw new StartupFailure(
                    "The setting " + DRIVER_PROPERTIES + " is wrong: " + e.getMessage());
        }
        connections.setURL(jdbcUrl);
        username.ifPresent(connections::setUser);
        password.ifPresent(connections::setPassword);
        return connections;
    }

    /**
     * @throws StartupFailure if the database cannot be reached or refuses this program
     */
    void migrate(@Observes @Priority(FIRST) StartupEvent start) {
        try (ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor()) {
            long began = System.nanoTime();
            progress.scheduleAtFixedRate(
                    () ->
                            LOG.infof(
                                    "Still connecting to %s, or migrating its schema (%d s so far).",
                                    address,
                                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)),
                    SILENCE_SECONDS,
                    SILENCE_SECONDS,
                    TimeUnit.SECONDS);
            try {
                migrate();
            } finally {
                progress.shutdownNow();
            }
        } catch (FlywayException | SQLException e) {
            throw known(e);
        }
    }

    private void migrate() throws SQLException {
        int migrations = flyway.migrate().migrationsExecuted;
        try (Connection connection = connections.getConnection()) {
            kind = DatabaseKind.of(connection);
            if (kind == DatabaseKind.COCKROACHDB && migrations > 0) {
                OldVersions.limit(connection);
            }
        }
    }

    /** Known once the schema has been migrated. */
    public DatabaseKind databaseKind() {
        return kind;
    }

    private RuntimeException known(Exception e) {
        if (e instanceof FlywayException refused) {
            Optional<String> foreign = ForeignTables.of(refused, address);
            if (foreign.isPresent()) {
                return new StartupFailure(foreign.get());
            }
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return ConnectionDiagnosis.of(sql, address, hasPassword)
                        .<RuntimeException>map(StartupFailure::new)
                        .orElseGet(() -> unknown(e));
            }
        }
        return unknown(e);
    }

    private static RuntimeException unknown(Exception e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
