package dev.remit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.Problems;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * What is decided about a request before it reaches a resource, or when it reaches none: a problem
 * there, too.
 */
@ApplicationScoped
public class HttpEdge {

    /** Before every filter of the framework. */
    private static final int FIRST = 1000;

    private static final String OPERATIONS = "/q/";

    private final ObjectMapper json;
    private final long maxBody;
    private final BodyHandler chunkedBody;
    private final UnderWay underWay = new UnderWay();
    private volatile boolean closing;

    HttpEdge(ObjectMapper json, VertxHttpConfig http) {
        this.json = json;
        this.maxBody = http.limits().maxBodySize().orElseThrow().asLongValue();
        this.chunkedBody = BodyHandler.create(false).setBodyLimit(maxBody);
    }

    /** From now on every new request is refused, other than those about the service's health. */
    public void close() {
        closing = true;
    }

    /** Returns when every request that was let in has been answered, or after the given time. */
    public void awaitAnswers(Duration patience) throws InterruptedException {
        underWay.awaitNone(patience);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().last().handler(context -> context.fail(404));
        router.route().failureHandler(this::fail);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (closing && !request.path().startsWith(OPERATIONS)) {
            answer(context, Problems.shuttingDown());
            return;
        }
        underWay.begin();
        context.addEndHandler(ended -> underWay.end());
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > maxBody) {
            tooLarge(context);
            return;
        }
        Routes.Route route = Routes.of(path(request));
        if (route.methods() != null && !route.takes(request.method().name())) {
            context.response().putHeader(HttpHeaders.ALLOW, route.methods());
            answer(context, Problems.ofStatus(405));
            return;
        }
        if (route.methods() != null && hasUntypedBody(request)) {
            answer(context, Problems.ofStatus(415));
            return;
        }
        if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            // Its size is known at the end only.
            chunkedBody.handle(context);
        } else {
            context.next();
        }
    }

    /** The framework overlooks slashes at the end. */
    private static String path(HttpServerRequest request) {
        String path = request.path();
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The framework refuses a wrong Content-Type, but lets a body pass that has none. */
    private static boolean hasUntypedBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean hasBody =
                length == null
                        ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        : !length.equals("0");
        return hasBody
                && request.method() == HttpMethod.POST
                && request.getHeader(HttpHeaders.CONTENT_TYPE) == null;
    }

    private void tooLarge(RoutingContext context) {
        // What is still coming is not read; the connection is of no more use.
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        context.response().endHandler(ended -> context.request().connection().close());
        answer(context, Problems.ofStatus(413));
    }

    private void fail(RoutingContext context) {
        if (context.statusCode() == 413) {
            tooLarge(context);
        } else if (context.statusCode() > 0 && context.statusCode() < 500) {
            answer(context, Problems.ofStatus(context.statusCode()));
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        if (problem.isTemporary()) {
            response.putHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        try {
            response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
