package dev.remit.api.event;

import dev.remit.api.problem.Problems;
import dev.remit.store.EventPlace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of an event, which is its place in the history: {@code <sequence>.<position>}. */
public final class EventId {

    /** Both fit, and there will never be a larger one of either. */
    private static final Pattern ID = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    private EventId() {}

    public static String of(EventPlace place) {
        return place.sequence() + "." + place.position();
    }

    /**
     * A parameter of a query that is such an id, whether there is such an event or not.
     *
     * @param text as it stands in the query; null, which is before all events, if it does not
     */
    public static EventPlace query(String name, String text) {
        if (text == null) {
            return EventPlace.BEGINNING;
        }
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            throw Problems.invalid(name, "must be the id of an event, such as 7.1");
        }
        return new EventPlace(Long.parseLong(id.group(1)), Integer.parseInt(id.group(2)));
    }
}
