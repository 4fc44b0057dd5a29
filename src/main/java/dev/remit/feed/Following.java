package dev.remit.feed;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Somebody follows, until this is closed. How far he has got is known here, and nothing else. */
public final class Following implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Following.class);

    /** How many events somebody gets at a time. */
    private static final int MOST = 1_000;

    private final EventFilter filter;
    private final Follower follower;
    private final Tail tail;
    private final CatchUp catchUp;

    /** Whoever is at it changes it, and nobody else. */
    private volatile EventPlace place;

    private volatile boolean isClosed;

    /** A batch is in the follower's hands, or a page is being read for him. */
    private boolean isBusy;

    /** There was news meanwhile. */
    private boolean isCalled;

    Following(EventPlace after, EventFilter filter, Follower follower, Tail tail, CatchUp catchUp) {
        this.place = after;
        this.filter = filter;
        this.follower = follower;
        this.tail = tail;
        this.catchUp = catchUp;
    }

    /** He gets nothing more, but for what he is just being handed. */
    @Override
    public void close() {
        ending();
        tail.remove(this);
    }

    /** Closes it for the follower, who is told so, unless he did it himself. */
    void end() {
        if (ending()) {
            tail.remove(this);
            follower.end();
        }
    }

    private synchronized boolean ending() {
        boolean isFirst = !isClosed;
        isClosed = true;
        return isFirst;
    }

    boolean isClosed() {
        return isClosed;
    }

    EventFilter filter() {
        return filter;
    }

    EventPlace place() {
        return place;
    }

    /** There is news: he gets it now, or when he is done with what he has. */
    void wake() {
        if (begin()) {
            goOn();
        }
    }

    /** Hands a batch over; the next one follows by itself when it has been taken. */
    void hand(Batch batch) {
        place = batch.place();
        take(batch)
                .whenComplete(
                        (taken, failed) -> {
                            if (failed == null) {
                                goOn();
                            } else {
                                close();
                            }
                        });
    }

    private CompletionStage<Void> take(Batch batch) {
        try {
            return follower.take(batch);
        } catch (RuntimeException e) {
            LOG.error("A follower has failed in a way that it must not", e);
            return CompletableFuture.failedFuture(e);
        }
    }

    private void goOn() {
        do {
            // Looked at anew after every call, so that no news is missed: it is there before it is
            // told of.
            Recent recent = tail.recent();
            if (isClosed) {
                return;
            }
            if (recent != null && !recent.covers(place)) {
                catchUp.add(this);
                return;
            }
            if (recent != null && recent.end().compareTo(place) > 0) {
                hand(recent.behind(place, filter, MOST));
                return;
            }
        } while (!rest());
    }

    private synchronized boolean begin() {
        isCalled = isBusy;
        boolean hasBegun = !isBusy;
        isBusy = true;
        return hasBegun;
    }

    /** Unless he has been called meanwhile. */
    private synchronized boolean rest() {
        isBusy = isCalled;
        isCalled = false;
        return !isBusy;
    }
}
