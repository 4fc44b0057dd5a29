package dev.remit.cli;

import dev.remit.Settings;
import dev.remit.audit.AuditSchedule;
import dev.remit.http.HttpEdge;
import dev.remit.ledger.TransferQueue;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Serves HTTP until the process is told to end, and ends in order. */
@ApplicationScoped
class Service {

    private static final Logger LOG = Logger.getLogger(Service.class);

    private final HttpEdge edge;
    private final TransferQueue queue;
    private final AuditSchedule audits;
    private final Settings settings;

    Service(HttpEdge edge, TransferQueue queue, AuditSchedule audits, Settings settings) {
        this.edge = edge;
        this.queue = queue;
        this.audits = audits;
        this.settings = settings;
    }

    /**
     * Nobody new is let in, all who are in are answered, and only then the port is closed and the
     * connections with it.
     */
    int run() throws InterruptedException {
        audits.start();
        Quarkus.waitForExit();
        LOG.infof("Ending: %d commands are still to be posted", queue.depth());
        audits.close();
        edge.close();
        queue.close();
        edge.awaitAnswers(settings.queue().drainTimeout());
        return 0;
    }
}
