package dev.remit.api.event;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.stream.LiveStream;
import dev.remit.feed.Feed;
import dev.remit.feed.Follower;
import dev.remit.feed.Following;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** All who follow over HTTP: no more than there may be, and what can be seen of them. */
@Startup
@Singleton
final class EventStreams {

    private final Feed feed;
    private final EventText text;
    private final LiveStream.Times times;
    private final Semaphore places;
    private final Counter sent;
    private final Counter dropped;

    EventStreams(Feed feed, EventText text, FeedSettings settings, MeterRegistry metrics) {
        this.feed = feed;
        this.text = text;
        this.times = new LiveStream.Times(settings.heartbeat(), settings.patience());
        this.places = new Semaphore(settings.limit());
        Gauge.builder("remit.feed.places", places, Semaphore::availablePermits)
                .description("How many more may follow over HTTP")
                .register(metrics);
        this.sent =
                Counter.builder("remit.feed.sent")
                        .description("Events sent to those who follow over HTTP")
                        .register(metrics);
        this.dropped =
                Counter.builder("remit.feed.dropped")
                        .description("Followers who were dropped because they were too slow")
                        .register(metrics);
    }

    /** One that has not begun yet. */
    EventStream stream(EventPlace after, EventFilter filter, RoutingContext context) {
        return new EventStream(after, filter, text, this, context);
    }

    LiveStream.Times times() {
        return times;
    }

    /** For a stream that is to begin, which has it until it tells that it has ended. */
    void takePlace() {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.OVERLOADED,
                            "As many follow as there may be; try again when one has gone, or at another instance."));
        }
    }

    Following follow(EventPlace after, EventFilter filter, Follower follower) {
        return feed.follow(after, filter, follower);
    }

    void ended() {
        places.release();
    }

    void sent(int events) {
        sent.increment(events);
    }

    void dropped() {
        dropped.increment();
    }
}
