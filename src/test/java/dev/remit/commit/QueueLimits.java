package dev.remit.commit;

import java.time.Duration;

/** Settings of a queue that a test has for itself. */
record QueueLimits(int capacity, int batchLimit, Duration patience, Duration drainTimeout)
        implements QueueSettings {

    static QueueLimits usual() {
        return new QueueLimits(20_000, 1000, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    QueueLimits withCapacity(int commands) {
        return new QueueLimits(commands, batchLimit, patience, drainTimeout);
    }

    QueueLimits withBatchLimit(int commands) {
        return new QueueLimits(capacity, commands, patience, drainTimeout);
    }

    QueueLimits withPatience(Duration limit) {
        return new QueueLimits(capacity, batchLimit, limit, drainTimeout);
    }

    QueueLimits withDrainTimeout(Duration limit) {
        return new QueueLimits(capacity, batchLimit, patience, limit);
    }
}
