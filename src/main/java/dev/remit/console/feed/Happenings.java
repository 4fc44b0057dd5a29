package dev.remit.console.feed;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.RecordedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What happens, for those who look at it. */
@Singleton
public class Happenings {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int MOST = 100;

    private final JournalReader journal;

    Happenings(JournalReader journal) {
        this.journal = journal;
    }

    /** Where the ledger is now. */
    public EventPlace now() {
        return journal.eventsBefore(null, 1).items().stream()
                .map(RecordedEvent::place)
                .findFirst()
                .orElse(EventPlace.BEGINNING);
    }

    /** What happens to an account from now on. */
    public Multi<List<RecordedEvent>> of(UUID account, EventPlace after) {
        return follow(new EventFilter(Set.of(), account), after);
    }

    /** Everything that happens behind a place. */
    Multi<List<RecordedEvent>> after(EventPlace place) {
        return follow(new EventFilter(Set.of(), null), place);
    }

    private Multi<List<RecordedEvent>> follow(EventFilter filter, EventPlace after) {
        AtomicReference<EventPlace> place = new AtomicReference<>(after);
        return Multi.createFrom()
                .ticks()
                .every(PERIOD)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> journal.events(filter, place.get(), MOST).items())
                .filter(events -> !events.isEmpty())
                .invoke(events -> place.set(events.getLast().place()));
    }
}
