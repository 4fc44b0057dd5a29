package dev.remit.store;

import dev.remit.ledger.Event;
import java.time.Instant;

/**
 * Something that has happened, and where and when it did.
 *
 * @param committedAt the time of its commit
 */
public record RecordedEvent(EventPlace place, Instant committedAt, Event event) {}
