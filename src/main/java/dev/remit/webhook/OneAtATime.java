package dev.remit.webhook;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets nobody do anything while somebody else does: however many webhooks there are, their
 * deliveries use one connection of those that everybody reads with.
 */
final class OneAtATime {

    private final Semaphore turn = new Semaphore(1, true);

    <T> T get(Supplier<T> work) throws InterruptedException {
        turn.acquire();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
