package dev.remit.feed;

import dev.remit.store.EventPlace;
import java.util.List;

/**
 * What a follower gets at a time.
 *
 * @param events the next ones that are wanted, in order; none if nothing that has happened is
 * @param place where to go on: whatever is wanted up to here is in this batch or an earlier one
 */
public record Batch(List<SharedEvent> events, EventPlace place) {

    /** The rest of it, for somebody who has got as far as that. */
    Batch after(EventPlace reached) {
        return new Batch(
                events.stream().filter(event -> event.place().compareTo(reached) > 0).toList(),
                place);
    }
}
