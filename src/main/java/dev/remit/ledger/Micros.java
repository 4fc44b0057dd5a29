package dev.remit.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Points in time as microseconds since 1970-01-01T00:00Z: what the databases store, no more and no
 * less, so that a time that was answered once is the same when it is read again.
 */
public final class Micros {

    private Micros() {}

    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
