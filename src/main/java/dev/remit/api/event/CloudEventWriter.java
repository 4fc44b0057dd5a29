package dev.remit.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.store.RecordedEvent;
import dev.remit.webhook.Message;
import dev.remit.webhook.MessageWriter;
import jakarta.inject.Singleton;

/** Writes events for webhooks as the feed has them. */
@Singleton
class CloudEventWriter implements MessageWriter {

    private final ObjectMapper json;

    CloudEventWriter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Message write(RecordedEvent event) {
        CloudEvent written = CloudEvent.of(event);
        try {
            return new Message(written.id(), json.writeValueAsBytes(written));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }
}
