package dev.remit.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.ws.rs.core.MediaType;

/**
 * What is said of a request's body before it is read.
 *
 * @param length in bytes; the largest number there is if the caller does not say how many will come
 */
record RequestBody(HttpServerRequest request, long length) {

    private static final String JSON = MediaType.APPLICATION_JSON;

    static RequestBody of(HttpServerRequest request) {
        RequestBody body = new RequestBody(request, lengthOf(request));
        if (body.length == 0) {
            // Clients name a type of nothing, and each another one.
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        return body;
    }

    /**
     * The framework lets a body pass that has no type or is compressed; and a form would be taken
     * apart before it is refused.
     */
    boolean isUnreadable() {
        if (length == 0) {
            return false;
        }
        boolean isPatch = request.method() == HttpMethod.PATCH;
        if (!isPatch && request.method() != HttpMethod.POST) {
            return false;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null
                || !isOf(JSON, type) && !(isPatch && isOf(Routes.MERGE_PATCH, type))
                || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
    }

    private static boolean isOf(String mediaType, String header) {
        return mediaType.regionMatches(true, 0, header, 0, mediaType.length());
    }

    /**
     * Of a body that turned out to be empty, the framework would wait for the end, which has been.
     */
    static void end(RoutingContext context) {
        RoutingContextInternal internal = (RoutingContextInternal) context;
        if (internal.seenHandler(RoutingContextInternal.BODY_HANDLER)
                && context.body().buffer() == null) {
            internal.setBody(Buffer.buffer());
        }
        context.next();
    }

    /** In bytes; the largest number there is if the caller does not say how many will come. */
    private static long lengthOf(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : Long.MAX_VALUE;
    }
}
