package dev.remit.webhook;

import dev.remit.store.RecordedEvent;

/**
 * Writes events as everybody sees them who asks for them. How that is, the API knows, and provides
 * this: so that what is sent can be no other than what is answered.
 */
public interface MessageWriter {

    Message write(RecordedEvent event);
}
