package dev.remit.console.overview;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks at everything once a second for all who watch together, and not at all while nobody does.
 */
@Singleton
class LiveOverview {

    private static final Logger LOG = Logger.getLogger(LiveOverview.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final OverviewReader reader;
    private final Multi<Overview> looks;

    LiveOverview(OverviewReader reader) {
        this.reader = reader;
        this.looks =
                Multi.createFrom()
                        .ticks()
                        .every(PERIOD)
                        .onOverflow()
                        .drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .flatMap(tick -> look())
                        .broadcast()
                        .withCancellationAfterLastSubscriberDeparture()
                        .toAllSubscribers();
    }

    /** Whoever is slow misses some. */
    Multi<Overview> follow() {
        return looks.onOverflow().drop();
    }

    /** While the database does not answer, pages show what was seen last. */
    private Multi<Overview> look() {
        try {
            return Multi.createFrom().item(reader.read());
        } catch (RuntimeException e) {
            LOG.debug("The overview could not be read", e);
            return Multi.createFrom().empty();
        }
    }
}
