package dev.remit.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.feed.SharedEvent;
import dev.remit.store.EventPlace;
import dev.remit.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An event as a Server-Sent Event: its id, its type, and all of it as one line of JSON.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@Singleton
final class EventText implements SharedEvent.Form {

    private final ObjectMapper json;

    EventText(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public byte[] of(RecordedEvent recorded) {
        CloudEvent event = CloudEvent.of(recorded);
        try {
            return "id: %s\nevent: %s\ndata: %s\n\n"
                    .formatted(event.id(), event.type(), json.writeValueAsString(event))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A comment, and where to go on, which is no event: whoever is cut off has it all the same. */
    static String pulse(EventPlace place) {
        return ":\nid: %s\n\n".formatted(EventId.of(place));
    }
}
