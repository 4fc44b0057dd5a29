package dev.remit.store;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import java.util.Set;
import java.util.UUID;

/**
 * Which events are wanted.
 *
 * @param kinds none for all
 * @param accounts only their own events, and transfers from or to one of them; none for all
 */
public record EventFilter(Set<EventKind> kinds, Set<UUID> accounts) {

    /**
     * @param account null for those of all accounts
     */
    public EventFilter(Set<EventKind> kinds, UUID account) {
        this(kinds, account == null ? Set.of() : Set.of(account));
    }

    /** Whether there may be some that are not wanted. */
    boolean isPicky() {
        return !kinds.isEmpty() || !accounts.isEmpty();
    }

    /** Whether it is worth looking at the rest of it. */
    boolean mayMatch(EventLine line) {
        return (kinds.isEmpty() || kinds.stream().anyMatch(line::isOf))
                && (accounts.isEmpty() || line.isOfTransfer() || accounts.contains(line.subject()));
    }

    boolean matches(Event event) {
        return (kinds.isEmpty() || kinds.contains(EventKind.of(event)))
                && (accounts.isEmpty() || concerns(event));
    }

    private boolean concerns(Event event) {
        return event instanceof Event.OfTransfer it
                ? isOf(it.transfer().from()) || isOf(it.transfer().to())
                : accounts.contains(event.subject());
    }

    private boolean isOf(Entry entry) {
        return entry != null && accounts.contains(entry.account());
    }
}
