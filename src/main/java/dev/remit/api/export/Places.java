package dev.remit.api.export;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** As many exports as there are places are under way at the same time. */
@Singleton
final class Places {

    private final Semaphore free;

    Places(ExportSettings settings) {
        this.free = new Semaphore(settings.limit());
    }

    /** Empty if all are taken. */
    Optional<Place> take() {
        return free.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** Of one export. */
    final class Place {

        private final AtomicBoolean taken = new AtomicBoolean(true);

        /** However often it is left, it is free once. */
        void leave() {
            if (taken.getAndSet(false)) {
                free.release();
            }
        }
    }
}
