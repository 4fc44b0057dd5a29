package dev.remit.api.document;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/** Hands the document out beside that of the API, to whoever asks as that one. */
@ApplicationScoped
public class AsyncApiEndpoint {

    public static final String PATH = "/q/asyncapi";

    private final AsyncApi asyncApi;

    AsyncApiEndpoint(AsyncApi asyncApi) {
        this.asyncApi = asyncApi;
    }

    void routes(@Observes Router router) {
        router.get(PATH).order(1).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(Buffer.buffer(asyncApi.document()));
    }
}
