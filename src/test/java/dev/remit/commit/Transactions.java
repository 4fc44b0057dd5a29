package dev.remit.commit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the transactions in which batches are posted, and lets a test in at the last moment before
 * a COMMIT.
 */
@ApplicationScoped
public class Transactions {

    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicReference<Runnable> next = new AtomicReference<>(NOTHING);

    int begun() {
        return begun.get();
    }

    /** To be done once, on the committer's own thread, when all but the COMMIT is done. */
    void beforeNextCommit(Runnable action) {
        next.set(action);
    }

    void begins(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (isPosting()) {
            begun.incrementAndGet();
        }
    }

    void ends(@Observes @BeforeDestroyed(TransactionScoped.class) Object transaction) {
        if (isPosting()) {
            next.getAndSet(NOTHING).run();
        }
    }

    private static boolean isPosting() {
        return Thread.currentThread().getName().equals("remit-committer");
    }
}
