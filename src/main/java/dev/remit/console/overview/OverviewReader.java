package dev.remit.console.overview;

import dev.remit.commit.CommitQueue;
import dev.remit.commit.QueueSettings;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;

/** Looks at all of it. */
@Singleton
class OverviewReader {

    private final LedgerReader reader;
    private final Pace pace;
    private final CommitQueue queue;
    private final QueueSettings settings;

    OverviewReader(LedgerReader reader, Pace pace, CommitQueue queue, QueueSettings settings) {
        this.reader = reader;
        this.pace = pace;
        this.queue = queue;
        this.settings = settings;
    }

    Overview read() {
        return Overview.of(
                reader.totals(null),
                reader.head(),
                pace.look(),
                new Overview.Queue(queue.depth(), settings.capacity()));
    }
}
