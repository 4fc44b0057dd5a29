package dev.remit.api.export;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Whoever gets an export. Who reads slowly is waited for, but not who takes nothing at all for too
 * long.
 */
record Reader(RoutingContext context, Duration patience) {

    /**
     * Breaks the connection. A chunked answer that is cut off before its last chunk is not
     * complete, and every client notices (RFC 9112, section 8).
     */
    void breakOff() {
        HttpServerRequest request = context.request();
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // Now: its own close() waits until all has been sent, which somebody who takes nothing
            // would keep from ever happening, and lets the last chunk in before it.
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    /** The same stream, of which no write takes longer than the patience. */
    OutputStream impatient(OutputStream out) {
        return new FilterOutputStream(out) {

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                Vertx vertx = context.vertx();
                long timer = vertx.setTimer(patience.toMillis(), tooLate -> breakOff());
                try {
                    out.write(bytes, offset, length);
                } finally {
                    vertx.cancelTimer(timer);
                }
            }
        };
    }
}
