package dev.remit.store;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import java.util.Set;
import java.util.UUID;

/**
 * Which events are wanted.
 *
 * @param kinds none for all
 * @param accounts only their own events, those of their monitors, and transfers from or to one of
 *     them; none for all
 */
public record EventFilter(Set<EventKind> kinds, Set<UUID> accounts) {

    /** All of them. */
    public static final EventFilter NONE = new EventFilter(Set.of(), Set.of());

    /**
     * @param account null for those of all accounts
     */
    public EventFilter(Set<EventKind> kinds, UUID account) {
        this(kinds, account == null ? Set.of() : Set.of(account));
    }

    /** Whether there may be some that are not wanted. */
    public boolean isPicky() {
        return !kinds.isEmpty() || !accounts.isEmpty();
    }

    /** Whether it is worth looking at the rest of it. */
    boolean mayMatch(EventLine line) {
        return (kinds.isEmpty() || kinds.stream().anyMatch(line::isOf))
                && (accounts.isEmpty() || !line.isOfAccount() || accounts.contains(line.subject()));
    }

    public boolean matches(Event event) {
        return (kinds.isEmpty() || kinds.contains(EventKind.of(event)))
                && (accounts.isEmpty() || concerns(event));
    }

    private boolean concerns(Event event) {
        return switch (event) {
            case Event.OfTransfer it -> isOf(it.transfer().from()) || isOf(it.transfer().to());
            case Event.OfMonitor it -> accounts.contains(it.monitor().account());
            default -> accounts.contains(event.subject());
        };
    }

    private boolean isOf(Entry entry) {
        return entry != null && accounts.contains(entry.account());
    }
}
