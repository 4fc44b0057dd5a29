package dev.remit.api.event;

import dev.remit.api.stream.LiveAnswer;
import dev.remit.api.stream.LiveStream;
import dev.remit.feed.Batch;
import dev.remit.feed.Follower;
import dev.remit.feed.Following;
import dev.remit.feed.SharedEvent;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What happens, told to one who listens for as long as he does. */
final class EventStream implements LiveAnswer, LiveStream.Listener, Follower {

    /** What is sent at a time, and so what waits for a slow listener, in bytes. */
    private static final int PIECE = 32 * 1024;

    private final EventFilter filter;
    private final EventText text;
    private final EventStreams streams;
    private final LiveStream out;

    /** All that is wanted up to here has been sent. */
    private volatile EventPlace place;

    private Following following;

    EventStream(
            EventPlace after,
            EventFilter filter,
            EventText text,
            EventStreams streams,
            RoutingContext context) {
        this.place = after;
        this.filter = filter;
        this.text = text;
        this.streams = streams;
        this.out = new LiveStream(context, streams.times(), this::pulse, this);
    }

    @Override
    public void begin() {
        streams.takePlace();
        out.begin();
        // Behind the beginning, which is its own step.
        out.run(
                () -> {
                    if (!out.hasEnded()) {
                        following = streams.follow(place, filter, this);
                    }
                });
    }

    @Override
    public CompletionStage<Void> take(Batch batch) {
        if (batch.events().isEmpty()) {
            // So it is of nearly all batches where many follow an account each.
            place = batch.place();
            return CompletableFuture.completedStage(null);
        }
        CompletableFuture<Void> taken = new CompletableFuture<>();
        out.run(() -> send(batch.events(), batch.place(), taken));
        return taken;
    }

    private void send(List<SharedEvent> events, EventPlace reached, CompletableFuture<Void> taken) {
        if (events.isEmpty()) {
            place = reached;
            taken.complete(null);
            return;
        }
        Buffer piece = Buffer.buffer();
        int count = 0;
        while (count < events.size() && piece.length() < PIECE) {
            piece.appendBytes(events.get(count).in(text));
            count++;
        }
        int sent = count;
        out.write(piece)
                .onSuccess(
                        done -> {
                            streams.sent(sent);
                            out.run(
                                    () ->
                                            send(
                                                    events.subList(sent, events.size()),
                                                    reached,
                                                    taken));
                        })
                .onFailure(taken::completeExceptionally);
    }

    @Override
    public void end() {
        out.run(() -> out.end("the service ends"));
    }

    @Override
    public void isTooSlow() {
        streams.dropped();
    }

    @Override
    public void isGone() {
        streams.ended();
        if (following != null) {
            following.close();
        }
    }

    private Buffer pulse() {
        return Buffer.buffer(EventText.pulse(place));
    }
}
