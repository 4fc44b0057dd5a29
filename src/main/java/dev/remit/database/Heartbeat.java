package dev.remit.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says again and again, while something takes long, that it goes on. */
public final class Heartbeat {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private Heartbeat() {}

    /**
     * @param beat gets the time since the beginning; not called before the first interval is over
     */
    public static Heartbeat every(Duration interval, Consumer<Duration> beat) {
        var heartbeat = new Heartbeat();
        long began = System.nanoTime();
        heartbeat.clock.scheduleAtFixedRate(
                () -> beat.accept(Duration.ofNanos(System.nanoTime() - began)),
                interval.toNanos(),
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
        return heartbeat;
    }

    /** Returns when it has said its last. */
    public void close() {
        clock.shutdownNow();
        clock.close();
    }
}
