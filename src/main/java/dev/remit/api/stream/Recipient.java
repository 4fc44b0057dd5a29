package dev.remit.api.stream;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
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

    /**
     * Throws if nobody is there any more: what is sent then goes nowhere, without an error, and
     * could be sent like that for ever.
     */
    void waitFor(Sending sending) throws IOException {
        if (context.response().closed()) {
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
     * At once. To reset the response, or to close the connection as Vert.x does, is to send first
     * what is still waiting, which somebody who takes nothing can put off for ever, and to which a
     * last chunk may be added meanwhile. With HTTP/2, where that is switched on, the other answers
     * on the connection go with this one; after a reset of its stream alone, the framework was seen
     * to close the connection all the same.
     */
    ChannelFuture drop() {
        HttpServerConnection connection = (HttpServerConnection) context.request().connection();
        return connection.channelHandlerContext().close();
    }
}
