package dev.remit.ledger;

import java.util.List;
import java.util.UUID;

/**
 * What took place together.
 *
 * @param sequence the first commit of a ledger has 1, and there are no gaps
 * @param token tells the attempt that made it from all others
 * @param committedAt microseconds since 1970-01-01T00:00Z, never less than that of the commit
 *     before
 * @param events in order, at least one
 */
public record Commit(long sequence, UUID token, long committedAt, List<Event> events) {}
