package dev.remit.console;

import dev.remit.api.Pages;
import dev.remit.api.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Problems with pages are told by pages. */
class ProblemPages {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    void show(ContainerResponseContext response, RoutingContext context) {
        if (response.getEntity() instanceof Problem problem && pages.has(context)) {
            response.setEntity(pages.of(problem, context), null, HTML);
        }
    }
}
