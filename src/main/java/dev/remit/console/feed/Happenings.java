package dev.remit.console.feed;

import dev.remit.feed.Batch;
import dev.remit.feed.Feed;
import dev.remit.feed.Follower;
import dev.remit.feed.SharedEvent;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.RecordedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What happens, for those who look at it: a few times a second, so much at once as there is. */
@Singleton
public class Happenings {

    private static final long PAUSE_MILLIS = 250;

    private static final Executor AFTER_A_PAUSE =
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);

    /**
     * @param seen is to be completed before the next one comes
     */
    private record News(Batch batch, CompletableFuture<Void> seen) {

        private List<RecordedEvent> events() {
            return batch.events().stream().map(SharedEvent::recorded).toList();
        }
    }

    private record Viewer(MultiEmitter<? super News> emitter) implements Follower {

        @Override
        public CompletionStage<Void> take(Batch batch) {
            News news = new News(batch, new CompletableFuture<>());
            emitter.emit(news);
            return news.seen();
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }

    private final Feed feed;

    Happenings(Feed feed) {
        this.feed = feed;
    }

    /** Behind everything that has happened by now. */
    public EventPlace now() {
        return feed.now();
    }

    /** What happens to an account behind a place. */
    public Multi<List<RecordedEvent>> of(UUID account, EventPlace after) {
        return follow(new EventFilter(Set.of(), account), after);
    }

    /** Everything that happens behind a place. */
    Multi<List<RecordedEvent>> after(EventPlace place) {
        return follow(EventFilter.NONE, place);
    }

    /** On a thread on which it may be read what else there is to show. */
    private Multi<List<RecordedEvent>> follow(EventFilter filter, EventPlace after) {
        return Multi.createFrom()
                .<News>emitter(
                        emitter ->
                                emitter.onTermination(
                                        feed.follow(after, filter, new Viewer(emitter))::close))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(news -> AFTER_A_PAUSE.execute(() -> news.seen().complete(null)))
                .map(News::events)
                .filter(events -> !events.isEmpty());
    }
}
