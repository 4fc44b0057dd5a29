package dev.remit.api.stream;

import dev.remit.api.access.Access;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * An answer that goes on for as long as somebody listens, as Server-Sent Events do, without a
 * thread of its own. Everything about it happens on the event loop of its connection, where {@link
 * #run} leads.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class LiveStream {

    private static final Logger LOG = Logger.getLogger(LiveStream.class);

    /** How long somebody who reads slowly has to see why the stream has ended. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    /** The same where nobody has so much time. */
    private static final Duration SHORT_LINGER = Duration.ofMillis(500);

    /**
     * So often, within the shorter of both times, it is looked whether there is something to do.
     */
    private static final int LOOKS = 4;

    /**
     * @param heartbeat after how long without anything else the pulse is sent
     * @param patience how long the listener may take nothing of what is sent
     */
    public record Times(Duration heartbeat, Duration patience) {}

    private final HttpServerResponse response;
    private final Context loop;
    private final Recipient recipient;
    private final Times times;
    private final Supplier<Buffer> pulse;
    private final Listener listener;
    private long timer;
    private long lastWrite;
    private boolean isWaiting;
    private boolean hasEnded;

    /** What becomes of the one who listens. */
    public interface Listener {

        /** Why it is to end now, for which it is asked all the time; null for it to go on. */
        default String reasonToEnd() {
            return null;
        }

        /** He has taken nothing for too long, and is told so. Then he goes. */
        void isTooSlow();

        /** Nothing can be sent any more, for whatever reason. It is told once. */
        void isGone();
    }

    /**
     * @param pulse what is sent at first, and whenever there was nothing else for so long
     */
    public LiveStream(
            RoutingContext context, Times times, Supplier<Buffer> pulse, Listener listener) {
        this.response = context.response();
        this.loop = ((HttpServerRequestInternal) context.request()).context();
        this.recipient = new Recipient(context, times.patience());
        this.times = times;
        this.pulse = pulse;
        this.listener = listener;
    }

    /** Begins the answer. */
    public void begin() {
        run(
                () -> {
                    timer = loop.owner().setPeriodic(pause(), id -> look());
                    recipient.context().addEndHandler(ended -> gone());
                    response.setChunked(true);
                    write(pulse.get());
                });
    }

    /** Whether nothing can be sent any more. */
    public boolean hasEnded() {
        return hasEnded;
    }

    /** What is done with a stream is done here. */
    public void run(Runnable step) {
        loop.runOnContext(
                now -> {
                    try {
                        step.run();
                    } catch (RuntimeException | Error e) {
                        LOG.error("A stream was broken off", e);
                        end("failed", LINGER);
                    }
                });
    }

    /** Done when the listener's side has taken it; the next is to be sent then, and not before. */
    public Future<Void> write(Buffer buffer) {
        if (hasEnded) {
            return Future.failedFuture("the stream has ended");
        }
        lastWrite = System.nanoTime();
        isWaiting = true;
        return response.write(buffer).onSuccess(taken -> isWaiting = false);
    }

    /** Tells why, if there is anybody who still reads, and ends the answer at once. */
    public void end(String why) {
        end(why, SHORT_LINGER);
    }

    private void end(String why, Duration linger) {
        if (hasEnded) {
            return;
        }
        gone();
        Vertx vertx = loop.owner();
        long last = vertx.setTimer(linger.toMillis(), passed -> recipient.drop());
        response.end(": " + why + "\n\n").onSuccess(taken -> vertx.cancelTimer(last));
    }

    private void look() {
        long silence = System.nanoTime() - lastWrite;
        String reason = listener.reasonToEnd();
        if (response.closed()) {
            gone();
        } else if (Access.hasExpired(recipient.context())) {
            end("the token has expired");
        } else if (reason != null) {
            end(reason);
        } else if (isWaiting && silence > times.patience().toNanos()) {
            listener.isTooSlow();
            end("dropped: too slow, nothing was taken for " + times.patience(), LINGER);
        } else if (!isWaiting && silence >= times.heartbeat().toNanos()) {
            write(pulse.get());
        }
    }

    private void gone() {
        if (!hasEnded) {
            hasEnded = true;
            loop.owner().cancelTimer(timer);
            listener.isGone();
        }
    }

    private long pause() {
        long shorter = Math.min(times.heartbeat().toMillis(), times.patience().toMillis());
        return Math.max(1, shorter / LOOKS);
    }
}
