package dev.remit.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/**
 * Requests go past what the framework does for those that it refuses, which would make its table of
 * paths anew for each of them.
 */
@QuarkusTest
class RefusalsTest {

    @Inject Prepared prepared;

    @Test
    void noTableOfPathsIsMadeForARequest() {
        String path = "/accounts/none";

        given().get(path).then().statusCode(404);

        assertThat(prepared.refusals())
                .filteredOn(it -> it.path().equals(path))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.handler()).startsWith(HttpEdge.class.getName()));
    }

    /**
     * @param handler the name of its class; of the framework's own, if that made its table
     */
    record Refusal(String path, String handler) {}

    /** Looks at requests on their way into the framework. */
    @ApplicationScoped
    static class Prepared {

        private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

        Queue<Refusal> refusals() {
            return refusals;
        }

        void filters(@Observes Filters filters) {
            filters.register(this::look, SecurityHandlerPriorities.AUTHENTICATION - 2);
        }

        private void look(RoutingContext context) {
            Object handler = context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            refusals.add(new Refusal(context.normalizedPath(), handler.getClass().getName()));
            context.next();
        }
    }
}
