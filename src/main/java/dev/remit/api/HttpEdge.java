package dev.remit.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.access.Access;
import dev.remit.api.mcp.McpSettings;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.Problems;
import dev.remit.api.problem.Problems.FieldError;
import dev.remit.api.problem.Unforeseen;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * What is decided about a request before it reaches a resource, or when it reaches none: a problem
 * there, too.
 */
@ApplicationScoped
public class HttpEdge {

    /** Before every filter of the framework. */
    private static final int FIRST = 1000;

    private static final String OPERATIONS = "/q/";

    /** How long a caller who is still sending has to notice the answer. */
    private static final long LINGER_MILLIS = 1000;

    private final ObjectMapper json;
    private final Access access;
    private final Pages pages;
    private final McpSettings mcp;
    private final UnderWay underWay = new UnderWay();
    private volatile boolean closing;

    HttpEdge(ObjectMapper json, Access access, Pages pages, McpSettings mcp) {
        this.json = json;
        this.access = access;
        this.pages = pages;
        this.mcp = mcp;
    }

    /** From now on every new request is refused, other than those about the service's health. */
    public void close() {
        closing = true;
    }

    /**
     * Whether that was said, so that whatever is sent for as long as somebody listens has to end.
     */
    public boolean isClosing() {
        return closing;
    }

    /**
     * Returns when every request that was let in has been answered, or after the given time. Those
     * about the service itself do not count: the page that a developer looks at keeps a connection
     * open for as long as it is looked at.
     */
    public void awaitAnswers(Duration patience) throws InterruptedException {
        underWay.awaitNone(patience);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
        filters.register(RequestBody::end, FIRST - 1);
    }

    void routes(@Observes Router router) {
        router.route().last().handler(context -> context.fail(404));
        router.route().failureHandler(this::fail);
        // In development the framework compares paths before it asks us, and fails at those that it
        // cannot decode.
        router.errorHandler(400, context -> answer(context, Problems.malformedUrl()));
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!UrlCheck.isUrl(request.uri())) {
            answer(context, Problems.malformedUrl());
            return;
        }
        Routes.Route route = route(path(request));
        SecurityHeaders.add(request, route.isApi());
        if (!request.path().startsWith(OPERATIONS)) {
            if (closing) {
                answerAndLeave(context, Problems.shuttingDown());
                return;
            }
            underWay.begin();
            context.addEndHandler(ended -> underWay.end());
        }
        String method = request.method().name();
        if (!route.takes(method)) {
            context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", route.methods()));
            answer(context, Problems.ofStatus(405));
            return;
        }
        if (!route.isApi()) {
            read(context, route);
            return;
        }
        if (route.isWriting(method)) {
            DryRun.mark(context);
        }
        access.check(
                context,
                route.scope(method),
                () -> read(context, route),
                problem -> answer(context, problem));
    }

    private void read(RoutingContext context, Routes.Route route) {
        HttpServerRequest request = context.request();
        RequestBody body = RequestBody.of(request);
        String empty = route.isApi() ? UrlCheck.parameterWithoutValue(request) : null;
        if (empty != null) {
            FieldError error = new FieldError(Problems.echo(empty), "must have a value");
            answer(context, Problems.invalid(List.of(error)));
        } else if (route.isApi() && body.isUnreadable()) {
            answer(context, Problems.ofStatus(415));
        } else if (route.isSmall(body.length())) {
            // The framework reads it on the event loop, which costs less.
            context.next();
        } else {
            // Reads what there is before it goes on, so that no thread ever waits for a caller.
            BodyHandler.create(false).setBodyLimit(route.maxBody()).handle(context);
        }
    }

    private Routes.Route route(String path) {
        return path.equals(Routes.MCP) && !mcp.enabled() ? Routes.ELSEWHERE : Routes.of(path);
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

    /** The caller has to connect once more. */
    private void answerAndLeave(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        // What is still coming is dropped as it comes: a connection that is closed before all of it
        // was read is reset, and the answer is lost.
        context.addEndHandler(
                ended ->
                        context.vertx()
                                .setTimer(LINGER_MILLIS, passed -> request.connection().close()));
        answer(context, problem);
        request.resume();
    }

    private void fail(RoutingContext context) {
        int status = context.statusCode();
        Throwable failure = context.failure();
        if (status == 413) {
            answerAndLeave(context, Problems.ofStatus(413));
        } else if (status > 0 && status < 500) {
            answer(context, Problems.ofStatus(status));
        } else if (context.response().headWritten()) {
            // Of an answer that has begun nothing can be taken back.
            context.next();
        } else {
            answer(
                    context,
                    failure == null ? Problem.internalError() : Unforeseen.problem(failure));
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(problem.status());
        if (problem.isTemporary()) {
            response.putHeader("Retry-After", Problem.RETRY_AFTER_SECONDS);
        }
        if (pages.has(context)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML);
            response.end(pages.of(problem, context));
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        try {
            response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
