package dev.remit.commit;

import dev.remit.database.ConnectionPools;
import dev.remit.database.Schema;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Head;
import dev.remit.ledger.Needs;
import dev.remit.ledger.Rules;
import dev.remit.ledger.State;
import dev.remit.store.Failure;
import dev.remit.store.LedgerStore;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Commits a batch in one transaction: takes the ledger's head, reads what is needed, lets {@link
 * Rules} decide, writes what they say, commits.
 *
 * <p>The retry is outside of the transaction, so that every attempt has one of its own (see {@code
 * mp.fault.tolerance.interceptor.priority} in application.properties). It holds no connection
 * between two attempts. The figures of {@code @Retry} are settings: {@code remit.retry.*}.
 */
@ApplicationScoped
public class CommitService {

    /**
     * How many commits look up the keys that they are given, after a start, a failure, and a commit
     * to which it mattered: that is when callers ask again.
     */
    static final int LOOK_UPS = 256;

    private final AgroalDataSource database;
    private final Schema schema;

    /** The head as this service left it; before that, where every ledger begins. */
    private volatile long lastSequence;

    /** Whether somebody else has had the head between the last two commits of this service. */
    private volatile boolean isShared;

    /** How many of the next commits do not take the keys that they are given for new. */
    private volatile int lookUps = LOOK_UPS;

    CommitService(@DataSource(ConnectionPools.COMMITS) AgroalDataSource database, Schema schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * Returns after the COMMIT.
     *
     * @throws SQLException and whatever else a failed transaction ends with, see {@link Failure}:
     *     nothing was committed, unless {@link Batch#mayBeCommitted()}
     */
    @Retry(maxRetries = 100, delay = 5, jitter = 5, maxDuration = 10_000)
    @ExponentialBackoff(maxDelay = 500)
    @RetryWhen(exception = Failure.WorthARetry.class)
    @BeforeRetry(BetweenAttempts.class)
    @Transactional(rollbackOn = Exception.class)
    public Decision commit(Batch batch) throws SQLException {
        batch.attempt();
        if (batch.lastFailure() != null) {
            lookUps = LOOK_UPS;
        }
        boolean areKeysNew = lookUps == 0;
        try (Connection connection = database.getConnection()) {
            LedgerStore store = new LedgerStore(connection, schema.databaseKind());
            State state = read(store, batch, areKeysNew);
            Decision earlier = batch.inDoubt();
            if (earlier != null) {
                if (store.isCommitted(earlier.commit())) {
                    return earlier;
                }
                batch.isNotCommitted();
            }
            Decision decision = decide(store, batch, state, areKeysNew);
            isShared = state.head().sequence() != lastSequence;
            lastSequence = state.head().sequence();
            if (decision.commit() != null) {
                lastSequence = decision.commit().sequence();
                store.write(decision);
                batch.committing(decision);
            }
            return decision;
        }
    }

    /**
     * Whoever is alone has the head and all the rest in one round trip. Where others take turns,
     * too, a commit waits for its own, and others come meanwhile who would have to wait for the
     * next one: so it only asks for the head, takes them in, and then reads what all of them need.
     */
    private State read(LedgerStore store, Batch batch, boolean areKeysNew) throws SQLException {
        boolean hasFailed = batch.lastFailure() != null;
        // What this service has left may not have been committed.
        long since = hasFailed ? 0 : lastSequence;
        if (batch.isCautious()) {
            return store.readCautiously(store.take(since), needs(batch, areKeysNew));
        }
        // Where something has failed nobody joins: they would share what is left of the time for
        // retries.
        if (!isShared || hasFailed) {
            return store.read(since, needs(batch, areKeysNew));
        }
        Head head = store.take(since);
        batch.grow();
        return store.read(head, needs(batch, areKeysNew));
    }

    private static Needs needs(Batch batch, boolean areKeysNew) {
        return areKeysNew ? batch.needs().ofNewKeys() : batch.needs();
    }

    /**
     * Nearly all keys are new, so they are not looked up. One that is known either makes the commit
     * fail, or has been rejected for something else: then the keys are looked up after all.
     */
    private Decision decide(LedgerStore store, Batch batch, State state, boolean areKeysNew)
            throws SQLException {
        Decision decision = decide(store, batch, state);
        if (!decision.dependsOnKeys()) {
            lookUps = Math.max(0, lookUps - 1);
            return decision;
        }
        lookUps = LOOK_UPS;
        return areKeysNew
                ? decide(store, batch, store.read(state.head(), batch.needs()))
                : decision;
    }

    private static Decision decide(LedgerStore store, Batch batch, State state) {
        return Rules.decide(batch.requests(), state, UUID.randomUUID(), store.now());
    }
}
