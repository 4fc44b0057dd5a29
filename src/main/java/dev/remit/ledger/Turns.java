package dev.remit.ledger;

import dev.remit.database.DatabaseKind;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Several instances on one database post in turns, as long as they would get into each other's way
 * otherwise: a batch that runs into another's is thrown away as a whole, while one that waits for
 * it only grows.
 *
 * <p>A turn is one lock, held by a transaction of its own that does nothing else and lasts a little
 * longer than the batch. It makes nothing right or wrong, only faster: without it, or when it is
 * lost, the database still refuses what does not belong together. An instance that meets no
 * conflicts takes no turns and pays nothing.
 */
@Singleton
class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    /** CockroachDB lets those who wait for a row have it in the order in which they came. */
    private static final String TAKE_ROW =
            "SELECT name FROM turns WHERE name = 'commit' FOR UPDATE";

    /**
     * PostgreSQL does so for locks of this kind only: a row that has just been released goes to
     * whoever asks first, which is nearly always who has just released it. The number is that of
     * nothing else in the database.
     */
    private static final String TAKE_ADVISORY = "SELECT pg_advisory_xact_lock(8246720951)";

    /**
     * How long a conflict is remembered. Each of these periods costs one conflict as long as there
     * is company.
     */
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final Counter taken;

    /** {@link System#nanoTime()} of the last conflict. */
    private volatile long lastConflict = System.nanoTime() - MEMORY.toNanos();

    private volatile String take;

    Turns(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        this.taken =
                Counter.builder("remit.turns")
                        .description("Batches that were posted in turn with other instances")
                        .register(metrics);
    }

    /** Another transaction got in the way of a batch. */
    void conflict() {
        lastConflict = System.nanoTime();
    }

    /**
     * Waits for this instance's turn if there is reason to. To be called before the batch is put
     * together, so that it grows meanwhile, and before its transaction begins, so that it sees what
     * was committed in the others' turns.
     */
    Turn take() {
        if (System.nanoTime() - lastConflict >= MEMORY.toNanos()) {
            return Turn.FREE;
        }
        try {
            Turn turn = new Turn(lock());
            taken.increment();
            return turn;
        } catch (SQLException e) {
            // It would only have been faster.
            LOG.debugf("No turn was to be had: %s", e.getMessage());
            return Turn.FREE;
        }
    }

    private Connection lock() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (take == null) {
                take =
                        switch (DatabaseKind.of(connection)) {
                            case COCKROACHDB -> TAKE_ROW;
                            case POSTGRESQL -> TAKE_ADVISORY;
                        };
            }
            connection.setAutoCommit(false);
            statement.execute(take);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
