package dev.remit.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready any more when nobody new is let in, so that balancers send callers elsewhere. */
@Readiness
@ApplicationScoped
class EdgeReadiness implements HealthCheck {

    private static final String NAME = "edge";

    private final HttpEdge edge;

    EdgeReadiness(HttpEdge edge) {
        this.edge = edge;
    }

    @Override
    public HealthCheckResponse call() {
        return edge.isClosing()
                ? HealthCheckResponse.named(NAME).down().withData("reason", "ending").build()
                : HealthCheckResponse.up(NAME);
    }
}
