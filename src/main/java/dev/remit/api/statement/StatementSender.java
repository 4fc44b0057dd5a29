package dev.remit.api.statement;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.store.Failure;
import io.netty.channel.ChannelFuture;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Sends statements to those who asked for them, as they are written. What fails on the way ends the
 * connection: an answer in chunks that has no last one is not complete, and every client notices.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-8">RFC 9112: incomplete messages</a>
 */
@Singleton
final class StatementSender {

    private static final Logger LOG = Logger.getLogger(StatementSender.class);

    private final Duration patience;
    private final Semaphore places;

    StatementSender(StatementSettings settings) {
        this.patience = settings.patience();
        this.places = new Semaphore(settings.limit());
    }

    void send(
            StatementResponse statement,
            StatementForm form,
            OutputStream out,
            RoutingContext context) {
        if (!places.tryAcquire()) {
            // Nothing has been sent yet, so there is still a problem to be had.
            throw new ProblemException(
                    Problem.of(
                            ProblemType.OVERLOADED,
                            "As many statements are being written as may be at a time; try again when one has ended."));
        }
        try {
            form.write(statement, patient(out, context));
        } catch (IOException | RuntimeException | Error e) {
            cutOff(context, e);
        } finally {
            places.release();
        }
    }

    /**
     * Waits until the connection is closed, so that nothing can be sent any more that would make
     * the answer look complete.
     */
    private static void cutOff(RoutingContext context, Throwable thrown) {
        boolean isGone = context.response().closed();
        drop(context).awaitUninterruptibly();
        if (!isGone) {
            log(thrown);
        }
    }

    /**
     * At once. To reset the response, or to close the connection as Vert.x does, is to send first
     * what is still waiting, which somebody who takes nothing can put off for ever, and to which a
     * last chunk may be added meanwhile.
     */
    private static ChannelFuture drop(RoutingContext context) {
        HttpServerConnection connection = (HttpServerConnection) context.request().connection();
        return connection.channelHandlerContext().close();
    }

    private static void log(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        if (failure.kind() == Failure.Kind.PERMANENT) {
            LOG.error("A statement was cut off", thrown);
        } else {
            LOG.warnf(
                    "A statement was cut off: the database said %s (%s)",
                    failure.sqlState(), failure.kind());
        }
    }

    /** The same stream, but whoever takes nothing for too long gets no more. */
    private OutputStream patient(OutputStream out, RoutingContext context) {
        return new FilterOutputStream(out) {

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                long timer = context.vertx().setTimer(patience.toMillis(), passed -> drop(context));
                try {
                    out.write(bytes, offset, length);
                } finally {
                    context.vertx().cancelTimer(timer);
                }
            }
        };
    }
}
