package dev.remit.api.stream;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;

/**
 * Whoever gets an answer. Who reads slowly is waited for, but not who takes nothing at all for too
 * long.
 */
record Recipient(RoutingContext context, Duration patience) {

    /** Something that sends, and so may have to wait until something has been taken. */
    interface Sending {
        void send() throws IOException;
    }

    boolean isGone() {
        return context.response().closed();
    }

    /**
     * Throws if nobody is there any more: what is sent then goes nowhere, without an error, and
     * could be sent like that for ever.
     */
    void waitFor(Sending sending) throws IOException {
        if (isGone()) {
            throw new IOException("the connection has been closed");
        }
        Vertx vertx = context.vertx();
        long timer = vertx.setTimer(patience.toMillis(), tooLate -> drop());
        try {
            sending.send();
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    /**
     * Ends the answer where it is, and waits until nothing can be sent any more that would make it
     * look complete. One in chunks that has no last one is not, and every client notices.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-8">RFC 9112: incomplete
     *     messages</a>
     */
    void cutOff() {
        drop().awaitUninterruptibly();
    }

    /**
     * At once. With HTTP/1.1, to reset the response, or to close the connection as Vert.x does, is
     * to send first what is still waiting, which somebody who takes nothing can put off for ever,
     * and to which a last chunk may be added meanwhile. With HTTP/2, what is waiting goes with its
     * stream, and the connection has others that have done nothing wrong.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.4.2">RFC 9113: errors of
     *     streams</a>
     */
    private ChannelFuture drop() {
        HttpServerRequest request = context.request();
        ChannelHandlerContext channel =
                ((HttpServerConnection) request.connection()).channelHandlerContext();
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
            return channel.newSucceededFuture();
        }
        return channel.close();
    }
}
