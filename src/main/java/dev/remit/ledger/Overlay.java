package dev.remit.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What was read, and on top of it what has become of it since. */
final class Overlay<V> {

    private final Map<UUID, V> read;

    /** Null for what is not there any more. */
    private final Map<UUID, V> changed = new HashMap<>();

    Overlay(Map<UUID, V> read) {
        this.read = read;
    }

    /** Null if there is nothing. */
    V get(UUID id) {
        V value = changed.get(id);
        return value != null || changed.containsKey(id) ? value : read.get(id);
    }

    /**
     * @param value null if there is nothing any more
     */
    void put(UUID id, V value) {
        changed.put(id, value);
    }

    /** Makes it once more what it is now. */
    Runnable undo(UUID id) {
        boolean wasChanged = changed.containsKey(id);
        V before = changed.get(id);
        return () -> {
            if (wasChanged) {
                changed.put(id, before);
            } else {
                changed.remove(id);
            }
        };
    }

    /** What was put. */
    Set<UUID> changed() {
        return changed.keySet();
    }
}
