package dev.remit.store;

/**
 * Where an event is in the ledger's one order.
 *
 * @param sequence of its commit
 * @param position in its commit, from 1 on
 */
public record EventPlace(long sequence, int position) {

    /** Before everything that has ever happened. */
    public static final EventPlace BEGINNING = new EventPlace(0, 0);
}
