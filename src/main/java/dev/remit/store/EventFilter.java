package dev.remit.store;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import java.util.Set;
import java.util.UUID;

/**
 * Which events are wanted.
 *
 * @param kinds none for all
 * @param account only its own events and those of its monitors, and transfers from or to it; null
 *     for those of all accounts
 */
public record EventFilter(Set<EventKind> kinds, UUID account) {

    /** All of them. */
    public static final EventFilter NONE = new EventFilter(Set.of(), null);

    /** Whether there may be some that are not wanted. */
    public boolean isPicky() {
        return !kinds.isEmpty() || account != null;
    }

    /** Whether it is worth looking at the rest of it. */
    boolean mayMatch(EventLine line) {
        return (kinds.isEmpty() || kinds.stream().anyMatch(line::isOf))
                && (account == null || !line.isOfAccount() || account.equals(line.subject()));
    }

    public boolean matches(Event event) {
        return (kinds.isEmpty() || kinds.contains(EventKind.of(event)))
                && (account == null || concerns(event));
    }

    private boolean concerns(Event event) {
        return switch (event) {
            case Event.OfTransfer it -> isOf(it.transfer().from()) || isOf(it.transfer().to());
            case Event.OfMonitor it -> account.equals(it.monitor().account());
            default -> account.equals(event.subject());
        };
    }

    private boolean isOf(Entry entry) {
        return entry != null && account.equals(entry.account());
    }
}
