package dev.remit.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before a call is made again, and when not to make it any more. Twice as long
 * after each failure, and somewhat less at random, so that receivers that have failed together are
 * not called together.
 *
 * @param first after the first failure
 * @param longest of all pauses
 * @param total from the first failure to the last
 */
record Backoff(Duration first, Duration longest, Duration total) {

    /**
     * @param failures without a success in between, 1 or more
     * @param chance from 0 (the whole pause) to 1 (half of it)
     */
    Duration pause(int failures, double chance) {
        Duration whole = first;
        for (int i = 1; i < failures && whole.compareTo(longest) < 0; i++) {
            whole = whole.multipliedBy(2);
        }
        whole = whole.compareTo(longest) < 0 ? whole : longest;
        return Duration.ofNanos((long) (whole.toNanos() * (1 - chance / 2)));
    }

    /**
     * @param since when the first of the failures was
     */
    boolean isOver(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(total) >= 0;
    }
}
