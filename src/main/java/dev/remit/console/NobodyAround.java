package dev.remit.console;

import dev.remit.api.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * The last door before every page: the framework finds one under more spellings of its path than
 * {@link ConsoleEdge} knows. For a request that has come past that one, there is nothing here.
 */
class NobodyAround {

    private static final String HERE = NobodyAround.class.getPackageName();

    /** Null lets it through. */
    @ServerRequestFilter
    Response check(SimpleResourceInfo resource, RoutingContext context) {
        boolean isPage = resource.getResourceClass().getPackageName().startsWith(HERE);
        return isPage && !ConsoleEdge.hasAdmitted(context)
                ? Problems.ofStatus(404).toResponse()
                : null;
    }
}
