package dev.remit.client;

import java.time.Duration;

/**
 * How long somebody waits.
 *
 * @param attempt for one answer
 * @param whole from the first attempt to the end of the last one
 */
public record Patience(Duration attempt, Duration whole) {}
