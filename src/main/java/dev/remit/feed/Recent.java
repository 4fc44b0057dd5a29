package dev.remit.feed;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import java.util.ArrayList;
import java.util.List;

/**
 * What has happened last. It never changes: there is a new one when there is news.
 *
 * @param start everything behind it is here
 * @param events in order
 * @param end everything up to here is here
 */
record Recent(EventPlace start, List<SharedEvent> events, EventPlace end) {

    static Recent startingAt(EventPlace place) {
        return new Recent(place, List.of(), place);
    }

    /**
     * With what has happened since.
     *
     * @param most how many events there are then at most; the oldest ones go
     */
    Recent with(List<SharedEvent> news, EventPlace newEnd, int most) {
        int tooMany = Math.max(0, events.size() + news.size() - most);
        if (tooMany == 0) {
            return new Recent(start, joined(events, news), newEnd);
        }
        List<SharedEvent> all = joined(events, news);
        return new Recent(
                all.get(tooMany - 1).place(),
                List.copyOf(all.subList(tooMany, all.size())),
                newEnd);
    }

    private static List<SharedEvent> joined(List<SharedEvent> old, List<SharedEvent> news) {
        List<SharedEvent> all = new ArrayList<>(old.size() + news.size());
        all.addAll(old);
        all.addAll(news);
        return all;
    }

    /** Whether nothing is missing for somebody who has got as far as this place. */
    boolean covers(EventPlace place) {
        return place.compareTo(start) >= 0;
    }

    /** The next ones that are wanted behind a place, which it covers. */
    Batch behind(EventPlace place, EventFilter filter, int most) {
        List<SharedEvent> wanted = new ArrayList<>();
        for (int i = firstBehind(place); i < events.size(); i++) {
            SharedEvent event = events.get(i);
            if (filter.matches(event.recorded().event())) {
                if (wanted.size() == most) {
                    return new Batch(wanted, wanted.getLast().place());
                }
                wanted.add(event);
            }
        }
        return new Batch(wanted, place.compareTo(end) > 0 ? place : end);
    }

    private int firstBehind(EventPlace place) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).place().compareTo(place) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
