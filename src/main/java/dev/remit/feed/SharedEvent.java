package dev.remit.feed;

import dev.remit.store.EventPlace;
import dev.remit.store.RecordedEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An event that many may be told of: what is to be sent of it is put together once for all. */
public final class SharedEvent {

    /** How an event is told. Each is one object, for which an event remembers what it has made. */
    public interface Form {
        byte[] of(RecordedEvent event);
    }

    private final RecordedEvent recorded;
    private final Map<Form, byte[]> made = new ConcurrentHashMap<>(2);

    SharedEvent(RecordedEvent recorded) {
        this.recorded = recorded;
    }

    public RecordedEvent recorded() {
        return recorded;
    }

    /** The event in this form. Not to be changed: it belongs to all. */
    public byte[] in(Form form) {
        return made.computeIfAbsent(form, missing -> missing.of(recorded));
    }

    EventPlace place() {
        return recorded.place();
    }
}
