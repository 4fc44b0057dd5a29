package dev.remit.client;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed, which is the id of the event there: {@code <sequence>.<position>}. It need
 * not have one.
 */
public record Place(long sequence, int position) implements Comparable<Place> {

    /** Before all events. */
    static final Place BEGINNING = new Place(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::sequence).thenComparingInt(Place::position);

    /**
     * @throws IllegalArgumentException if it is none
     */
    public static Place parse(String text) {
        Matcher place = TEXT.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException(text + " is not the id of an event");
        }
        return new Place(Long.parseLong(place.group(1)), Integer.parseInt(place.group(2)));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sequence + "." + position;
    }
}
