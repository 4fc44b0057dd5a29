package dev.remit.store;

import java.util.List;
import java.util.function.Function;

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

    /**
     * Of what was found when one more was asked for than is wanted: that one tells whether there is
     * another page.
     *
     * @param place of an item, to go on behind it
     */
    public static <T, C> Page<T, C> of(List<T> found, int limit, Function<T, C> place) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), place.apply(found.get(limit - 1)));
    }

    /** The same places, with other items: one for each. */
    public <U> Page<U, C> with(Function<List<T>, List<U>> others) {
        return new Page<>(others.apply(items), next);
    }
}
