package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remit.client.CallFailed.Unavailable;
import dev.remit.client.EventStream.Message;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Goes along the feed, and passes each event on once, in order, however often the connection is
 * lost: it always knows at which place it is.
 */
public final class Follower {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How long it waits.
     *
     * @param silence after which a connection is taken for one that was cut
     * @param pause before the next attempt, each time twice as long while nothing comes
     * @param longestPause which does not become longer than this
     */
    public record Waits(Duration silence, Duration pause, Duration longestPause) {}

    private final Feed feed;
    private final Waits waits;
    private final Consumer<JsonNode> events;
    private final Consumer<String> trouble;

    private Place place;

    /** Not if the service is too old for it. */
    private boolean hasStream = true;

    /** Whether there has ever been a service. */
    private boolean isThere;

    /** Whether anything has come since the last time that there was nothing. */
    private boolean isHeard;

    private boolean isTold;
    private Duration pause;

    /**
     * @param after before the first event that is wanted
     * @param events takes each event
     * @param trouble is told why nothing comes any more, once until something does
     */
    public Follower(
            Feed feed,
            Place after,
            Waits waits,
            Consumer<JsonNode> events,
            Consumer<String> trouble) {
        this.feed = feed;
        this.place = after == null ? Place.BEGINNING : after;
        this.waits = waits;
        this.pause = waits.pause();
        this.events = events;
        this.trouble = trouble;
    }

    /** Up to where the feed ends by now. */
    public void toTheEnd() throws CallFailed, InterruptedException {
        boolean more = true;
        while (more) {
            JsonNode page = feed.page(place);
            for (JsonNode event : page.path("items")) {
                pass(event);
            }
            more = page.path("next").isTextual();
            if (more) {
                skipTo(place(page.path("next").asText()));
            }
        }
    }

    /** Never ends by itself once there was a service: it is waited for. */
    public void follow() throws CallFailed, InterruptedException {
        while (true) {
            isHeard = false;
            try {
                goOn();
            } catch (IOException e) {
                if (!isThere) {
                    throw new Unavailable(feed.silent(e), e);
                }
                tell(feed.silent(e));
            } catch (Unavailable e) {
                isThere = true;
                tell(e.getMessage());
            }
            Thread.sleep(pause);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(waits.longestPause()) < 0 ? twice : waits.longestPause();
        }
    }

    private void goOn() throws IOException, CallFailed, InterruptedException {
        if (!hasStream) {
            toTheEnd();
            heard();
            return;
        }
        try (InputStream bytes = feed.stream(place)) {
            isThere = true;
            hasStream = bytes != null;
            if (hasStream) {
                pass(bytes);
            }
        }
    }

    private void pass(InputStream bytes) throws IOException, CallFailed, InterruptedException {
        try (EventStream stream = new EventStream(bytes, waits.silence())) {
            for (Message message = stream.next(); message != null; message = stream.next()) {
                pass(message);
                heard();
            }
        }
    }

    /** Where nothing is to be told, it may be told where to go on all the same. */
    private void pass(Message message) throws IOException, CallFailed {
        if (!message.data().isEmpty()) {
            pass(JSON.readTree(message.data()));
        } else if (!message.id().isEmpty()) {
            skipTo(place(message.id()));
        }
    }

    private void pass(JsonNode event) throws Unavailable {
        Place here = place(event.path("id").asText());
        if (here.compareTo(place) > 0) {
            events.accept(event);
            place = here;
        }
    }

    private void skipTo(Place there) {
        place = there.compareTo(place) > 0 ? there : place;
    }

    private static Place place(String id) throws Unavailable {
        try {
            return Place.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Unavailable("That is not the feed of a Remit: " + e.getMessage() + ".", e);
        }
    }

    private void heard() {
        isHeard = true;
        isTold = false;
        pause = waits.pause();
    }

    /** A connection that was lost is worth a word only if there is no other one at once. */
    private void tell(String what) {
        if (!isHeard && !isTold) {
            isTold = true;
            trouble.accept(what);
        }
    }
}
