package dev.remit.ledger;

import java.util.UUID;

/**
 * Watches an account's balance for the moment at which it crosses a line. It has one of both lines.
 *
 * @param below is crossed by a balance that comes to be less; null if there is no such line
 * @param above is crossed by a balance that comes to be more; null if there is no such line
 */
public record Monitor(UUID id, UUID account, Long below, Long above) {

    public Monitor {
        if ((below == null) == (above == null)) {
            throw new IllegalArgumentException("a monitor has one line");
        }
    }

    /** Whether a posting that makes one balance of the other crosses the line. */
    public boolean isCrossed(long before, long after) {
        return below == null ? before <= above && after > above : before >= below && after < below;
    }
}
