package dev.remit.commit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not alive any more after a failure of the committer that must not happen: it goes on, but whoever
 * watches over the process had better replace it.
 */
@Liveness
@ApplicationScoped
class CommitterHealth implements HealthCheck {

    private static final String NAME = "committer";

    private final Committer committer;

    CommitterHealth(Committer committer) {
        this.committer = committer;
    }

    @Override
    public HealthCheckResponse call() {
        Throwable defect = committer.defect();
        return defect == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", defect.getClass().getSimpleName())
                        .build();
    }
}
