package dev.remit.console;

import dev.remit.api.Pages;
import dev.remit.api.access.Access;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * What is decided about a request for a page before anybody makes one: whether there is such a
 * page, whether whoever asks may see it, and whether a form was sent from here.
 */
@ApplicationScoped
public class ConsoleEdge {

    /** Behind what is decided about all requests. */
    private static final int AFTER_ALL_REQUESTS = 900;

    private static final String PASSED = ConsoleEdge.class.getName();

    private final Access access;
    private final Pages pages;

    ConsoleEdge(Access access, Pages pages) {
        this.access = access;
        this.pages = pages;
    }

    /** Whether a request has come this way. */
    static boolean hasAdmitted(RoutingContext context) {
        return context.get(PASSED) != null;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, AFTER_ALL_REQUESTS);
    }

    private void admit(RoutingContext context) {
        if (!ConsoleRoutes.isBelow(context.request().path())) {
            context.next();
            return;
        }
        if (!pages.has(context)) {
            context.fail(404);
            return;
        }
        PageHeaders.set(context.response());
        route(context)
                .ifPresentOrElse(
                        route -> admit(context, route),
                        () -> answer(context, Problems.ofStatus(404)));
    }

    /**
     * Empty for every other spelling of a path: the framework might find another page under it than
     * the one whose scope is looked at.
     */
    private static Optional<ConsoleRoutes.Route> route(RoutingContext context) {
        String path = context.request().path();
        return path.equals(context.normalizedPath()) && path.indexOf(';') < 0
                ? ConsoleRoutes.of(path)
                : Optional.empty();
    }

    private void admit(RoutingContext context, ConsoleRoutes.Route route) {
        String method = context.request().method().name();
        if (!route.methods().contains(method)) {
            context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", route.methods()));
            answer(context, Problems.ofStatus(405));
        } else if (method.equals("POST") && !SameOrigin.isSure(context.request())) {
            answer(context, SameOrigin.problem());
        } else {
            context.put(PASSED, true);
            access.check(
                    context,
                    Session.token(context.request()),
                    route.scope(),
                    context::next,
                    problem -> answer(context, problem));
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML)
                .end(pages.of(problem, context));
    }
}
