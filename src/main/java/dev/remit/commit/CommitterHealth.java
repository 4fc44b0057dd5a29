package dev.remit.commit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Not alive any more after a failure that must not happen, such as running out of memory. The
 * committer goes on all the same, because it remembers nothing between two commits that could be
 * wrong; but whoever watches over the process had better replace it.
 */
@Liveness
@ApplicationScoped
class CommitterHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(CommitterHealth.class);
    private static final String NAME = "committer";

    private volatile String defect;

    void defect(Throwable thrown) {
        defect = thrown.getClass().getSimpleName();
        LOG.error("The committer has failed in a way that it must not", thrown);
    }

    @Override
    public HealthCheckResponse call() {
        String reason = defect;
        return reason == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
