package dev.remit.webhook;

import dev.remit.store.JournalReader;
import dev.remit.store.LedgerReader;
import dev.remit.webhook.Leases.Leased;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Delivers to the webhooks whose leases this instance has. Where there are none it looks for some,
 * every few seconds, by one statement along an index that is empty; where there are, it asks twice
 * a second how many commits there have been.
 */
@Singleton
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private static final long PAUSE_MILLIS = 500;

    /** How often a lease is extended before it would end. */
    private static final int LOOKS = 5;

    /** How long calls that are under way at the end may take. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    private final LedgerReader ledger;
    private final Leases leases;
    private final WebhookSettings settings;
    private final UUID owner = UUID.randomUUID();
    private final Map<UUID, Delivery> held = new ConcurrentHashMap<>();
    private final Delivery.Means means;
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("remit-webhook-", 0).factory());
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("remit-webhooks").daemon().factory());
    private long nextLook = System.nanoTime();
    private boolean isTold;

    Deliveries(
            LedgerReader ledger,
            JournalReader journal,
            MessageWriter writer,
            Caller caller,
            Leases leases,
            WebhookMetrics metrics,
            WebhookSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.leases = leases;
        this.settings = settings;
        means =
                new Delivery.Means(
                        owner,
                        journal,
                        writer,
                        caller,
                        leases,
                        metrics,
                        settings,
                        new OneAtATime(),
                        senders);
        metrics.watch(
                held::size,
                () ->
                        held.values().stream()
                                .mapToDouble(delivery -> delivery.lag(clock.instant()))
                                .max()
                                .orElse(0));
    }

    /** From now on, until the end. */
    public void start() {
        if (settings.enabled()) {
            long pause = Math.min(PAUSE_MILLIS, settings.lease().toMillis() / LOOKS);
            looking.scheduleWithFixedDelay(this::proceed, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** No further event is sent; the end of those that are being sent is not waited for. */
    public void stop() {
        looking.shutdownNow();
        held.values().forEach(Delivery::stop);
    }

    /**
     * What is being sent may be answered and recorded, and then others get the leases.
     *
     * @param patience for all of that
     */
    public void close(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        stop();
        senders.shutdown();
        long last = Math.min(patience.toNanos(), LAST_CALLS.toNanos());
        // Who is looking now might otherwise take again what is given back.
        looking.awaitTermination(last, TimeUnit.NANOSECONDS);
        if (!senders.awaitTermination(last, TimeUnit.NANOSECONDS)) {
            senders.shutdownNow();
        }
        if (!held.isEmpty()) {
            // A database that is away is not waited for: then the leases end by themselves.
            Thread giving = Thread.startVirtualThread(this::giveBack);
            giving.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            held.clear();
        }
    }

    /** How many webhooks this instance has. */
    int size() {
        return held.size();
    }

    @PreDestroy
    void close() throws InterruptedException {
        close(Duration.ofSeconds(1));
    }

    private void giveBack() {
        try {
            leases.giveBack(owner);
        } catch (RuntimeException e) {
            LOG.infof("Webhooks are left to others only when their leases end: %s", e.getMessage());
        }
    }

    /** What fails now is tried again the next time. */
    private void proceed() {
        try {
            look();
            if (!held.isEmpty()) {
                long head = ledger.last();
                held.values().forEach(delivery -> delivery.proceed(head));
            }
            isTold = false;
        } catch (RuntimeException | Error e) {
            // Errors, too: what throws one on this thread is never run again, and nobody is told.
            LOG.logf(
                    isTold ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Webhooks could not be looked for: %s",
                    e);
            isTold = true;
        }
    }

    /** Extends the leases that it has, takes those that nobody has, and lets go of the others. */
    private void look() {
        long now = System.nanoTime();
        if (now - nextLook < 0) {
            return;
        }
        held.values().removeIf(Delivery::isOver);
        Map<UUID, Leased> leased =
                leases.look(owner).stream()
                        .collect(Collectors.toMap(it -> it.webhook().id(), Function.identity()));
        nextLook = now + settings.lease().dividedBy(LOOKS).toNanos();
        // Counted from before the database was asked, so it ends here no later than there.
        long end = now + settings.lease().toNanos();
        held.forEach(
                (id, delivery) -> {
                    Leased still = leased.get(id);
                    if (still == null || !delivery.isOf(still.webhook())) {
                        delivery.stop();
                    }
                    delivery.extend(end);
                });
        held.values().removeIf(Delivery::isOver);
        leased.forEach(
                (id, lease) -> held.computeIfAbsent(id, key -> new Delivery(means, lease, end)));
    }
}
