package dev.remit.api.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.Routes;
import dev.remit.api.access.Access;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/**
 * Where assistants ask, over the Streamable HTTP of MCP: each message is a request of its own and
 * answered by itself. There are no sessions, so that any instance can answer any message. It is
 * there only where it is switched on, which is why it is no resource.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">The
 *     transports of MCP</a>
 */
@ApplicationScoped
public class McpEndpoint {

    private static final String VERSION = "MCP-Protocol-Version";

    /** Before the framework looks for a resource. */
    private static final int EARLY = 1;

    private final McpSettings settings;
    private final Access access;
    private final Protocol protocol;
    private final ObjectMapper json;

    McpEndpoint(McpSettings settings, Access access, Protocol protocol, ObjectMapper json) {
        this.settings = settings;
        this.access = access;
        this.protocol = protocol;
        this.json = json;
    }

    void routes(@Observes Router router) {
        if (settings.enabled()) {
            router.post(Routes.MCP)
                    .order(EARLY)
                    .handler(BodyHandler.create(false).setBodyLimit(Routes.SMALL))
                    .blockingHandler(this::answer, false);
        }
    }

    private void answer(RoutingContext context) {
        if (!access.wasAsked(context)) {
            // The same path, written in a way that the door has not recognised.
            context.fail(404);
            return;
        }
        if (context.request().getHeader(HttpHeaders.ORIGIN) != null) {
            // A page in a browser, which may have led the browser here by a name of its own.
            refuse(
                    context,
                    Problem.of(ProblemType.FORBIDDEN, "No page in a browser may ask here."));
            return;
        }
        String version = context.request().getHeader(VERSION);
        if (version != null && !Protocol.VERSIONS.contains(version)) {
            send(
                    context,
                    400,
                    RpcError.invalid("This protocol version is not known.").answer(null));
            return;
        }
        answer(context, context.body().buffer());
    }

    private void answer(RoutingContext context, Buffer body) {
        Message message;
        try {
            message = Message.of(json.readTree(body == null ? new byte[0] : body.getBytes()));
        } catch (IOException e) {
            send(context, 400, new RpcError(RpcError.UNREADABLE, "This is not JSON.").answer(null));
            return;
        } catch (RpcError e) {
            send(context, 400, e.answer(null));
            return;
        }
        if (message.isNotification()) {
            context.response().setStatusCode(202).end();
            return;
        }
        try {
            send(context, 200, message.answer(protocol.handle(message, context)));
        } catch (RpcError e) {
            send(context, 200, e.answer(message.id()));
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        send(context, problem.status(), problem);
    }

    private void send(RoutingContext context, int status, JsonNode answer) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        send(context, status, (Object) answer);
    }

    private void send(RoutingContext context, int status, Object answer) {
        try {
            context.response().setStatusCode(status).end(json.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
