package dev.remit.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Every call that writes can be asked what would come of it: with {@code dryRun=true} it is decided
 * as all others are, and then taken back.
 */
public final class DryRun {

    public static final String PARAMETER = "dryRun";

    static final String HEADER = "Remit-Dry-Run";

    /**
     * @param text as it stands in the query; null, which means no, if it does not
     */
    public static boolean of(String text) {
        return Flag.isTrue(PARAMETER, text);
    }

    /** Marks the answer, whatever it is. */
    @ServerResponseFilter
    public void mark(ContainerRequestContext request, ContainerResponseContext response) {
        String asked = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        if ("true".equals(asked) && !"GET".equals(request.getMethod())) {
            response.getHeaders().putSingle(HEADER, "true");
            // Nothing is there.
            response.getHeaders().remove(HttpHeaders.LOCATION);
        }
    }
}
