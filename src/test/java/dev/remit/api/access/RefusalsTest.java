package dev.remit.api.access;

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
import org.junit.jupiter.api.Test;

/**
 * Requests go past what the framework does for those that it refuses, which would make its table of
 * paths anew for each of them.
 */
@QuarkusTest
class RefusalsTest {

    /** Nobody else asks for it. */
    private static final String PATH = "/accounts/refusals-test";

    @Inject Prepared prepared;

    @Test
    void noTableOfPathsIsMadeForARequest() {
        given().get(PATH).then().statusCode(404);

        assertThat(prepared.refusal()).isSameAs(Refusals.FAIL);
    }

    /** Looks at the request on its way into the framework. */
    @ApplicationScoped
    static class Prepared {

        private volatile Object refusal;

        /** The framework's own, if that has made its table. */
        Object refusal() {
            return refusal;
        }

        void filters(@Observes Filters filters) {
            filters.register(this::look, SecurityHandlerPriorities.AUTHENTICATION - 2);
        }

        private void look(RoutingContext context) {
            if (context.normalizedPath().equals(PATH)) {
                refusal = context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            }
            context.next();
        }
    }
}
