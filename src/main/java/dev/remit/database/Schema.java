package dev.remit.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jboss.logging.Logger;

/**
 * Brings the database's schema to the version of this program, before anything else uses the
 * database; or, where {@code remit migrate} does that, looks whether it has been done.
 *
 * <p>Quarkus would do so by itself with {@code quarkus.flyway.migrate-at-start}, but a database
 * that cannot be reached would then end the start with a page of stack trace.
 */
@ApplicationScoped
public class Schema {

    /** Before every other observer of the start: they may use the database. */
    private static final int FIRST = 1;

    /** A person who waits longer than this wants to know what for. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final int WITHOUT_LIMIT = -1;

    private static final Logger LOG = Logger.getLogger(Schema.class);

    private final Flyway flyway;
    private final SchemaConnections connections;
    private final DatabaseAddress address;
    private final boolean hasPassword;
    private volatile DatabaseVersion database;
    private volatile int migrations;

    Schema(
            Flyway flyway,
            SchemaConnections connections,
            @ConfigProperty(name = DatabaseUrlConfigSource.JDBC_URL) String jdbcUrl,
            @ConfigProperty(name = DatabaseUrlConfigSource.PASSWORD) Optional<String> password) {
        this.address = DatabaseAddress.of(jdbcUrl);
        this.hasPassword = password.isPresent();
        this.connections = connections;
        FluentConfiguration configuration =
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .dataSource(connections.source())
                        // By default whoever finds another instance migrating gives up after fifty
                        // seconds, with a stack trace. A large database takes longer.
                        .lockRetryCount(WITHOUT_LIMIT);
        // By default one transaction waits for the lock and then looks what is to be done. Where
        // transactions are serializable it would see the database as it was before the wait, and
        // do again what another instance has just done. CockroachDB is locked by a row anyway.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        this.flyway = configuration.load();
    }

    void start(@Observes @Priority(FIRST) StartupEvent start, DatabaseSettings settings) {
        if (settings.migrateAtStart()) {
            migrate();
        } else {
            check();
        }
        LOG.infof("The ledger is in the database %s (%s)", address, database.product());
    }

    /**
     * @throws StartupFailure if the database cannot be reached or refuses this program
     */
    void migrate() {
        inSight(
                "migrating its schema, or waiting for whoever does",
                () -> {
                    migrations = flyway.migrate().migrationsExecuted;
                    try (Connection connection = connections.open()) {
                        database = DatabaseVersion.of(connection);
                        if (databaseKind() == DatabaseKind.COCKROACHDB && migrations > 0) {
                            OldVersions.limit(connection);
                        }
                    }
                });
    }

    /**
     * Changes nothing.
     *
     * @throws StartupFailure as {@link #migrate()}, and if the schema is not of this program's
     *     version
     */
    void check() {
        inSight(
                "reading the version of its schema",
                () -> {
                    SchemaVersion.of(flyway.info()).trouble(address).ifPresent(this::fail);
                    try (Connection connection = connections.open()) {
                        database = DatabaseVersion.of(connection);
                    }
                });
    }

    private void fail(String sentence) {
        throw new StartupFailure(sentence);
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Whoever waits is told what for, and why it was in vain. */
    private void inSight(String doing, Work work) {
        Heartbeat heartbeat =
                Heartbeat.every(
                        SILENCE,
                        soFar ->
                                LOG.infof(
                                        "Still connecting to %s, or %s (%d s so far).",
                                        address, doing, soFar.toSeconds()));
        try {
            work.run();
        } catch (FlywayException | SQLException e) {
            throw known(e);
        } finally {
            heartbeat.close();
        }
    }

    /** A sentence for whoever had it migrated. */
    public String summary() {
        return "The schema of the database %s is of version %s; %s."
                .formatted(
                        address,
                        flyway.info().current().getVersion(),
                        switch (migrations) {
                            case 0 -> "there was nothing to do";
                            case 1 -> "one migration was made";
                            default -> migrations + " migrations were made";
                        });
    }

    /** Known once the schema has been migrated or checked. */
    public DatabaseKind databaseKind() {
        return database.kind();
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
