package dev.remit.ledger;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Several instances on one database post in turns, as long as they would get into each other's way
 * otherwise: a batch that runs into another's is thrown away as a whole, while one that waits for
 * its turn only grows.
 *
 * <p>A turn is one lock, held by a transaction of its own that does nothing else and lasts a little
 * longer than the batch. It makes nothing right or wrong, only faster: without it, or when it is
 * lost, the database still refuses what does not belong together. An instance without company pays
 * for one batch in {@link #PROBE} when it is busy, and for none when it is not.
 */
@Singleton
class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    /**
     * How long an instance takes turns after it has last met another, by a conflict or because it
     * had to wait for its turn.
     */
    private static final long MEMORY = Duration.ofSeconds(10).toNanos();

    /**
     * Of batches that follow each other without a rest, one in so many is posted in turn in any
     * case: of two instances that want the same rows it is often the same one that meets the
     * conflicts, and the other would never know that it has company.
     */
    static final int PROBE = 32;

    /**
     * How long to do without, after no turn was to be had: whoever holds it may be cut off from the
     * database, which takes long to notice that.
     */
    private static final long PAUSE = Duration.ofSeconds(30).toNanos();

    private final AgroalDataSource database;
    private final LongSupplier nanoTime;
    private final Counter taken;

    /** When turns are no longer needed, and when they may be taken again. */
    private volatile long companyUntil;

    private long pausedUntil;

    /** Since the last turn; those that came after a rest are not counted. */
    private int batches;

    private boolean rested;

    private TurnLock lock;

    @Inject
    Turns(AgroalDataSource database, MeterRegistry metrics) {
        this(database, metrics, System::nanoTime);
    }

    Turns(AgroalDataSource database, MeterRegistry metrics, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
        this.taken =
                Counter.builder("remit.turns")
                        .description(
                                "Batches that waited for their turn among instances, or looked whether there are others")
                        .register(metrics);
        this.companyUntil = nanoTime.getAsLong();
        this.pausedUntil = nanoTime.getAsLong();
    }

    /** Another instance got in the way of a batch, or was there before. */
    void metAnother() {
        companyUntil = nanoTime.getAsLong() + MEMORY;
    }

    /** There is nothing to post, so nobody is kept from posting. */
    void rest() {
        rested = true;
    }

    /**
     * Waits for this instance's turn if there is reason to. To be called before the batch is put
     * together, so that it grows meanwhile, and before its transaction begins, so that it sees what
     * was committed in the others' turns.
     */
    Turn take() {
        if (!isNeeded()) {
            return Turn.FREE;
        }
        batches = 0;
        try {
            Turn turn = new Turn(locked());
            taken.increment();
            return turn;
        } catch (SQLException e) {
            // It would only have been faster.
            LOG.debugf("No turn was to be had: %s", e.getMessage());
            pausedUntil = nanoTime.getAsLong() + PAUSE;
            return Turn.FREE;
        }
    }

    private boolean isNeeded() {
        if (nanoTime.getAsLong() - pausedUntil < 0) {
            return false;
        }
        batches += rested ? 0 : 1;
        rested = false;
        return batches >= PROBE || isInCompany();
    }

    boolean isInCompany() {
        return nanoTime.getAsLong() - companyUntil < 0;
    }

    private Connection locked() throws SQLException {
        Connection connection = database.getConnection();
        try {
            if (lock == null) {
                lock = TurnLock.of(connection);
            }
            connection.setAutoCommit(false);
            if (!lock.attempt(connection)) {
                metAnother();
                lock.await(connection);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
