package dev.remit.api.access;

import dev.remit.api.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The last door before every resource: the framework finds a resource in more ways than a path can
 * be written that {@link Access} has been asked about, such as {@code /%61ccounts}. For a request
 * that has come past it, there is nothing here.
 */
class NobodyUnasked {

    private final Access access;

    NobodyUnasked(Access access) {
        this.access = access;
    }

    /** Null lets it through. */
    @ServerRequestFilter
    Response check(RoutingContext context) {
        return access.wasAsked(context) ? null : Problems.ofStatus(404).toResponse();
    }
}
