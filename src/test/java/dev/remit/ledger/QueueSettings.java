package dev.remit.ledger;

import dev.remit.Settings;
import java.time.Duration;
import java.util.Optional;

/** Of a queue that a test has for itself. */
record QueueSettings(int capacity, int batchLimit, Duration patience, Duration drainTimeout)
        implements Settings, Settings.Queue {

    static QueueSettings usual() {
        return new QueueSettings(20_000, 1000, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    QueueSettings withCapacity(int commands) {
        return new QueueSettings(commands, batchLimit, patience, drainTimeout);
    }

    QueueSettings withBatchLimit(int commands) {
        return new QueueSettings(capacity, commands, patience, drainTimeout);
    }

    QueueSettings withPatience(Duration limit) {
        return new QueueSettings(capacity, batchLimit, limit, drainTimeout);
    }

    @Override
    public Settings.Queue queue() {
        return this;
    }

    @Override
    public Settings.Retry retry() {
        throw new UnsupportedOperationException("the queue does not retry");
    }

    @Override
    public Settings.Audit audit() {
        throw new UnsupportedOperationException("the queue does not audit");
    }

    @Override
    public Optional<String> devdb() {
        return Optional.empty();
    }
}
