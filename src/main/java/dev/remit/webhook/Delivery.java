package dev.remit.webhook;

import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.Page;
import dev.remit.store.RecordedEvent;
import dev.remit.store.WebhookRow.Claim;
import dev.remit.webhook.Leases.Failing;
import dev.remit.webhook.Leases.Leased;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What one webhook is sent by this instance, for as long as it has the lease: one event after the
 * other, each only when the receiver has taken the one before. It runs when there is something to
 * send, and no longer.
 */
final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** Events read at a time: commits of a thousand are not read much oftener than they have to. */
    private static final int PAGE = 500;

    /** In nanoseconds. */
    private static final long SECOND = 1_000_000_000L;

    /** After a failure of our own. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What all deliveries of an instance share. */
    record Means(
            UUID owner,
            JournalReader journal,
            MessageWriter writer,
            Caller caller,
            Leases leases,
            WebhookMetrics metrics,
            WebhookSettings settings,
            OneAtATime database,
            Executor threads) {}

    private final Means means;
    private final Webhook webhook;
    private final Claim claim;
    private final Progress progress;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile boolean isStopped;
    private volatile long leaseEnd;
    private volatile long due;

    /** The time of the event that is to be delivered next; null if there is none. */
    private volatile Instant waiting;

    /** The last commit that has been looked at as a whole. */
    private volatile long seen = -1;

    /** When the last call began. */
    private long begun = System.nanoTime() - SECOND;

    private boolean isTold;

    Delivery(Means means, Leased leased, long leaseEnd) {
        this.means = means;
        this.webhook = leased.webhook();
        this.claim = new Claim(webhook.id(), means.owner(), webhook.revision());
        this.progress = new Progress(webhook.sent(), webhook.lastStatus());
        this.leaseEnd = leaseEnd;
        this.due = System.nanoTime() + leased.pause().toNanos();
        this.waiting = webhook.failingSince();
    }

    /** Whether the lease that it has is still good for the same webhook. */
    boolean isOf(Webhook other) {
        return webhook.revision() == other.revision() && System.nanoTime() - leaseEnd < 0;
    }

    void extend(long newLeaseEnd) {
        leaseEnd = newLeaseEnd;
    }

    /** After the event that is being sent, if any. */
    void stop() {
        isStopped = true;
    }

    boolean isOver() {
        return isStopped && !isRunning.get();
    }

    /** How old the event is that is to be delivered next, in seconds. */
    double lag(Instant now) {
        Instant since = waiting;
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1e3);
    }

    /**
     * Begins to send unless it does already, or there is nothing to do.
     *
     * @param head the number of the last commit
     */
    void proceed(long head) {
        if (seen < head
                && mayGoOn()
                && System.nanoTime() - due >= 0
                && isRunning.compareAndSet(false, true)) {
            means.threads().execute(() -> run(head));
        }
    }

    private void run(long head) {
        try {
            sendAll(head);
            save();
            isTold = false;
        } catch (InterruptedException e) {
            isStopped = true;
        } catch (RuntimeException | Error e) {
            // The database may be away. Whatever it is, the lease tells whether this may go on.
            LOG.logf(
                    isTold ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Webhook %s could not be served: %s",
                    webhook.id(),
                    e);
            isTold = true;
            due = System.nanoTime() + PAUSE.toNanos();
        } finally {
            isRunning.set(false);
        }
    }

    private void sendAll(long head) throws InterruptedException {
        while (mayGoOn()) {
            Page<RecordedEvent, EventPlace> page =
                    means.database()
                            .get(
                                    () ->
                                            means.journal()
                                                    .events(
                                                            webhook.filter(),
                                                            progress.place(),
                                                            PAGE));
            for (RecordedEvent event : page.items()) {
                waiting = event.committedAt();
                if (!mayGoOn() || !send(event)) {
                    return;
                }
            }
            waiting = null;
            if (page.next() == null) {
                // Whatever there was when it began has been looked at.
                progress.passed(EventPlace.behind(head));
                seen = head;
                return;
            }
            progress.passed(page.next());
        }
    }

    /** Returns whether the next one may be sent. */
    private boolean send(RecordedEvent event) throws InterruptedException {
        Message message = means.writer().write(event);
        TimeUnit.NANOSECONDS.sleep(begun + SECOND / means.settings().rate() - System.nanoTime());
        begun = System.nanoTime();
        CallResult result = means.caller().call(webhook, message, timeLeft());
        if (!result.isSuccess()) {
            means.metrics().failed();
            save();
            fail(message, result);
            return false;
        }
        means.metrics().delivered();
        progress.delivered(event.place(), result.status());
        if (progress.isOld()) {
            save();
        }
        return true;
    }

    private void fail(Message message, CallResult result) throws InterruptedException {
        Optional<Failing> failing =
                means.database().get(() -> means.leases().failed(claim, result));
        LOG.debugf("Webhook %s, event %s: %s", webhook.id(), message.id(), result.failure());
        if (failing.isEmpty()) {
            stop();
        } else if (failing.get().pause() == null) {
            means.metrics().disabled();
            LOG.warnf("Webhook %s is disabled: %s", webhook.id(), result.failure());
            waiting = null;
            stop();
        } else {
            due = System.nanoTime() + failing.get().pause().toNanos();
        }
    }

    /**
     * Records how far it is, if that is worth it. Where somebody else has the webhook by now, or
     * has set it anew, nothing is recorded, and this is over.
     */
    private void save() throws InterruptedException {
        Optional<EventPlace> reached = progress.unrecorded();
        if (reached.isEmpty()) {
            return;
        }
        if (means.database()
                .get(() -> means.leases().delivered(claim, reached.get(), progress.status()))) {
            progress.recorded(reached.get());
        } else {
            stop();
        }
    }

    /** A call that could outlive the lease is not begun: by then somebody else may make it. */
    private boolean mayGoOn() {
        return !isStopped && leaseLeft().compareTo(means.settings().lease().dividedBy(3)) > 0;
    }

    private Duration timeLeft() {
        Duration ofLease = leaseLeft();
        Duration ofCall = means.settings().timeout();
        return ofLease.compareTo(ofCall) < 0 ? ofLease : ofCall;
    }

    private Duration leaseLeft() {
        return Duration.ofNanos(leaseEnd - System.nanoTime());
    }
}
