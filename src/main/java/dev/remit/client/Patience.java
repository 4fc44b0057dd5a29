package dev.remit.client;

import java.time.Duration;

/**
 * How long somebody waits.
 *
 * @param attempt for one answer
 * @param whole from the first attempt to the end of the last one
 * @param pause between two of them, unless the service says how long it should be
 */
public record Patience(Duration attempt, Duration whole, Duration pause) {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

    public Patience(Duration attempt, Duration whole) {
        this(attempt, whole, USUAL_PAUSE);
    }
}
