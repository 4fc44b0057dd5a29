package dev.remit.cli;

import dev.remit.api.HttpEdge;
import dev.remit.audit.AuditSchedule;
import dev.remit.commit.CommitQueue;
import dev.remit.commit.HoldExpiry;
import dev.remit.commit.QueueSettings;
import dev.remit.feed.Feed;
import dev.remit.webhook.Deliveries;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Serves HTTP until the process is told to end, and ends in order. */
@ApplicationScoped
class Service {

    private static final Logger LOG = Logger.getLogger(Service.class);

    /** How long it takes, on a busy machine, to send answers that are there. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final HttpEdge edge;
    private final CommitQueue queue;
    private final AuditSchedule audits;
    private final HoldExpiry holds;
    private final Feed feed;
    private final Deliveries webhooks;
    private final QueueSettings settings;

    Service(
            HttpEdge edge,
            CommitQueue queue,
            AuditSchedule audits,
            HoldExpiry holds,
            Feed feed,
            Deliveries webhooks,
            QueueSettings settings) {
        this.edge = edge;
        this.queue = queue;
        this.audits = audits;
        this.holds = holds;
        this.feed = feed;
        this.webhooks = webhooks;
        this.settings = settings;
    }

    /** Returns when the process is told to end. */
    int run() {
        audits.start();
        holds.start();
        webhooks.start();
        Quarkus.waitForExit();
        return 0;
    }

    /**
     * Nobody new is let in, all who are in are answered, and only then the framework goes on, which
     * closes the port and the connections with it: it stops nothing before this returns, and calls
     * it only where the service has been run. All that takes no longer than the time for an orderly
     * end.
     */
    void end(
            @Observes(notifyObserver = Reception.IF_EXISTS)
                    ShutdownDelayInitiatedEvent beforeAnythingStops)
            throws InterruptedException {
        LOG.infof("Ending: %d commands are still to be committed", queue.depth());
        long end = System.nanoTime() + settings.drainTimeout().toNanos();
        audits.close();
        holds.close();
        webhooks.stop();
        edge.close();
        // Who follows would never have been answered completely.
        feed.close();
        queue.close(settings.drainTimeout().minus(forLastWords()));
        edge.awaitAnswers(Duration.ofNanos(end - System.nanoTime()));
        webhooks.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private Duration forLastWords() {
        Duration half = settings.drainTimeout().dividedBy(2);
        return half.compareTo(LAST_WORDS) < 0 ? half : LAST_WORDS;
    }
}
