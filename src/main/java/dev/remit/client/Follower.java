package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remit.client.CallFailed.Unavailable;
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

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Feed feed;
    private final Duration silence;
    private final Consumer<JsonNode> events;
    private final Consumer<String> trouble;

    private volatile Place place;

    /** Not if the service is too old for it. */
    private boolean hasStream = true;

    /** Whether there has ever been a service. */
    private boolean isThere;

    /** Whether anything has come since the last time that there was nothing. */
    private boolean isHeard;

    private boolean isTold;
    private Duration pause = SHORTEST_PAUSE;

    /**
     * @param after before the first event that is wanted
     * @param silence after which a connection is taken for one that was cut
     * @param events takes each event
     * @param trouble is told why nothing comes any more, once until something does
     */
    public Follower(
            Feed feed,
            Place after,
            Duration silence,
            Consumer<JsonNode> events,
            Consumer<String> trouble) {
        this.feed = feed;
        this.place = after == null ? Place.BEGINNING : after;
        this.silence = silence;
        this.events = events;
        this.trouble = trouble;
    }

    /** Behind all that was passed on. */
    public Place place() {
        return place;
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
                place = place(page.path("next"));
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
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
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
        try (EventStream stream = new EventStream(bytes, silence)) {
            for (String data = stream.next(); data != null; data = stream.next()) {
                if (!data.equals(EventStream.NOTHING)) {
                    pass(JSON.readTree(data));
                }
                heard();
            }
        }
    }

    private void pass(JsonNode event) throws Unavailable {
        Place here = place(event.path("id"));
        if (here.compareTo(place) > 0) {
            events.accept(event);
            place = here;
        }
    }

    private static Place place(JsonNode id) throws Unavailable {
        try {
            return Place.parse(id.asText());
        } catch (IllegalArgumentException e) {
            throw new Unavailable("That is not the feed of a Remit: " + e.getMessage() + ".", e);
        }
    }

    private void heard() {
        isHeard = true;
        isTold = false;
        pause = SHORTEST_PAUSE;
    }

    /** A connection that was lost is worth a word only if there is no other one at once. */
    private void tell(String what) {
        if (!isHeard && !isTold) {
            isTold = true;
            trouble.accept(what);
        }
    }
}
