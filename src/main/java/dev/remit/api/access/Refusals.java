package dev.remit.api.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * What the framework would do with a request that it refuses. It refuses none, because {@link
 * Access} has decided who may come in, but prepares for it all the same: unless somebody else says
 * how, it makes its table of all paths anew for each request, to have a name for it in its metrics.
 */
@ApplicationScoped
class Refusals {

    static final BiConsumer<RoutingContext, Throwable> FAIL = RoutingContext::fail;

    void filters(@Observes Filters filters) {
        // Behind the framework's own of this priority, which come first.
        filters.register(Refusals::prepare, SecurityHandlerPriorities.AUTHENTICATION);
    }

    private static void prepare(RoutingContext context) {
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
        context.next();
    }
}
