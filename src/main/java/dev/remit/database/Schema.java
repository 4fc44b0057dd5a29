package dev.remit.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the database's schema to the version of this program, before anything else uses the
 * database.
 *
 * <p>Quarkus would do so by itself with {@code quarkus.flyway.migrate-at-start}, but a database
 * that cannot be reached would then end the start with a page of stack trace.
 */
@ApplicationScoped
public class Schema {

    /** Before every other observer of the start: they may use the database. */
    private static final int FIRST = 1;

    /** A person who waits longer than this wants to know what for. */
    private static final long SILENCE_SECONDS = 2;

    /** For one statement of a migration. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(Schema.class);

    private final Flyway flyway;
    private final AgroalDataSource pool;
    private final DatabaseAddress address;

    Schema(
            Flyway flyway,
            AgroalDataSource pool,
            @ConfigProperty(name = DatabaseUrlConfigSource.JDBC_URL) String jdbcUrl) {
        this.flyway =
                Flyway.configure()
                        .configuration(flyway.getConfiguration())
                        .dataSource(new PatientConnections(pool, PATIENCE))
                        .load();
        this.pool = pool;
        this.address = DatabaseAddress.of(jdbcUrl);
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
                flyway.migrate();
            } finally {
                progress.shutdownNow();
                pool.flush(FlushMode.ALL);
            }
        } catch (FlywayException e) {
            throw known(e);
        }
    }

    private RuntimeException known(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return ConnectionDiagnosis.of(sql, address)
                        .<RuntimeException>map(StartupFailure::new)
                        .orElse(e);
            }
        }
        return e;
    }
}
