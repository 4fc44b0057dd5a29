package dev.remit.store;

import java.util.List;

/**
 * Some of what was looked for.
 *
 * @param items fewer than were wanted, or none, if they are rare: then so many rows have been read
 *     that the caller is to ask for the rest
 * @param next where to go on; null if there is nothing more
 * @param <C> of the place where to go on
 */
public record Page<T, C>(List<T> items, C next) {

    /** How many rows are read for one page, at most, however few of them are wanted. */
    public static final int MOST_ROWS = 10_000;

    /** How many of them at a time. */
    static final int CHUNK = 1_000;
}
