package dev.remit.api.event;

import dev.remit.store.EventPlace;
import dev.remit.store.Page;
import dev.remit.store.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what has happened, in the ledger's order. */
@Schema(name = "EventPage")
@RegisterForReflection
public record EventPage(
        List<CloudEvent> items,
        @Schema(
                        description =
                                "To be given as after; null where there is nothing more by now",
                        nullable = true)
                String next) {

    static EventPage of(Page<RecordedEvent, EventPlace> page) {
        return new EventPage(
                page.items().stream().map(CloudEvent::of).toList(),
                page.next() == null ? null : EventId.of(page.next()));
    }
}
