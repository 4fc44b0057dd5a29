package dev.remit.console;

import dev.remit.api.HttpEdge;
import dev.remit.api.stream.LiveAnswer;
import dev.remit.api.stream.LiveStream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;

/** The parts of a page as they change, sent to one browser: the next when it has taken the last. */
final class LivePage implements LiveAnswer, LiveStream.Listener, Flow.Subscriber<LivePart> {

    private static final Logger LOG = Logger.getLogger(LivePage.class);

    /**
     * Then the browser asks again, with the token that it has by then: nobody goes on watching
     * whose token has ended.
     */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** After how many milliseconds the browser asks again; it is said to show that this goes on. */
    private static final String PULSE = "retry: 1000\n\n";

    private final Multi<LivePart> parts;
    private final HttpEdge edge;
    private final LiveStream out;
    private final long begun = System.nanoTime();
    private Flow.Subscription subscription;

    LivePage(Multi<LivePart> parts, HttpEdge edge, LiveStream.Times times, RoutingContext context) {
        this.parts = parts;
        this.edge = edge;
        this.out = new LiveStream(context, times, () -> Buffer.buffer(PULSE), this);
    }

    @Override
    public void begin() {
        out.begin();
        parts.subscribe().withSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        out.run(
                () -> {
                    subscription = newSubscription;
                    if (out.hasEnded()) {
                        subscription.cancel();
                    } else {
                        askForOne();
                    }
                });
    }

    @Override
    public void onNext(LivePart part) {
        out.run(() -> out.write(part.event()).onSuccess(taken -> askForOne()));
    }

    /** The next one is made on a thread on which the database may be waited for. */
    private void askForOne() {
        Infrastructure.getDefaultWorkerPool().execute(() -> subscription.request(1));
    }

    @Override
    public void onError(Throwable failed) {
        LOG.warnf("A live page could not go on: %s", failed);
        onComplete();
    }

    @Override
    public void onComplete() {
        out.run(() -> out.end("nothing more comes"));
    }

    @Override
    public String reasonToEnd() {
        if (edge.isClosing()) {
            return "the service ends";
        }
        return System.nanoTime() - begun > LONGEST.toNanos() ? "ask again" : null;
    }

    @Override
    public void isTooSlow() {
        LOG.debug("Somebody who looks at a page has stopped to read");
    }

    @Override
    public void isGone() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
