package dev.remit.commit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import dev.remit.store.LedgerReader;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Ends the holds whose time is up. What is due is looked up along an index, several times a second,
 * and each is a command like any other: where several instances find the same hold, the first one
 * ends it and the others are told that it has ended. Nothing is remembered, so a restart changes
 * nothing.
 */
@Singleton
public class HoldExpiry {

    private static final Logger LOG = Logger.getLogger(HoldExpiry.class);

    /** A hold is to end within a second of its time, and its commit takes some of that. */
    private static final long PAUSE_MILLIS = 500;

    /** In one commit. */
    private static final int MOST_AT_ONCE = 500;

    /** Longer than any request waits to be committed. */
    private static final long PATIENCE_SECONDS = 60;

    private final LedgerReader reader;
    private final CommitQueue queue;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("remit-hold-expiry").daemon().factory());
    private volatile boolean isTold;

    HoldExpiry(LedgerReader reader, CommitQueue queue) {
        this.reader = reader;
        this.queue = queue;
    }

    /** From now on, until the end. */
    public void start() {
        looking.scheduleWithFixedDelay(
                this::endAllDue, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    public void close() {
        looking.shutdownNow();
    }

    /** What fails now is tried again the next time. */
    private void endAllDue() {
        try {
            while (endSome() == MOST_AT_ONCE) {
                LOG.debugf("%d holds have ended, and there are more", MOST_AT_ONCE);
            }
            isTold = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException | Error e) {
            // Errors, too: what throws one on this thread is never run again, and nobody is told.
            // Once is enough: a database that is away is told of by others, too.
            LOG.logf(
                    isTold ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Holds whose time is up could not be ended yet: %s",
                    e);
            isTold = true;
        }
    }

    /** Returns how many it has ended. */
    int endSome() throws InterruptedException, ExecutionException, TimeoutException {
        List<UUID> due = reader.dueHolds(MOST_AT_ONCE);
        if (due.isEmpty()) {
            return 0;
        }
        List<Command.Settle> commands =
                due.stream().map(hold -> Command.Settle.expiry(UUID.randomUUID(), hold)).toList();
        List<Outcome> outcomes =
                queue.submit(Request.eachOf(commands))
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return (int) outcomes.stream().filter(Outcome.Posted.class::isInstance).count();
    }
}
