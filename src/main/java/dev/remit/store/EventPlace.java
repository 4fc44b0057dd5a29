package dev.remit.store;

import java.util.Comparator;

/**
 * Where an event is in the ledger's one order.
 *
 * @param sequence of its commit
 * @param position in its commit, from 1 on
 */
public record EventPlace(long sequence, int position) implements Comparable<EventPlace> {

    /** Before everything that has ever happened. */
    public static final EventPlace BEGINNING = new EventPlace(0, 0);

    private static final Comparator<EventPlace> ORDER =
            Comparator.comparingLong(EventPlace::sequence).thenComparingInt(EventPlace::position);

    /** Behind everything that this commit has done, and all before it. */
    public static EventPlace behind(long sequence) {
        return new EventPlace(sequence + 1, 0);
    }

    @Override
    public int compareTo(EventPlace other) {
        return ORDER.compare(this, other);
    }
}
