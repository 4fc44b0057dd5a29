package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** How long a receiver is left alone, whatever the settings, the failures and the chance. */
class BackoffProperties {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration TOTAL = Duration.ofDays(1);
    private static final Backoff USUAL = new Backoff(FIRST, LONGEST, TOTAL);

    @Example
    void twiceAsLongEachTimeUpToAnHour() {
        assertThat(USUAL.pause(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(USUAL.pause(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(USUAL.pause(3, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(USUAL.pause(12, 0)).isEqualTo(Duration.ofSeconds(2048));
        assertThat(USUAL.pause(13, 0)).isEqualTo(LONGEST);
        assertThat(USUAL.pause(13, 1)).isEqualTo(Duration.ofMinutes(30));
    }

    /** What an event costs that nobody takes: some dozens of calls, and then no more. */
    @Example
    void aDayIsSomeDozensOfCalls() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        Instant now = since;
        int calls = 1;
        while (!USUAL.isOver(since, now)) {
            now = now.plus(USUAL.pause(calls++, 0.5));
        }

        assertThat(calls).isBetween(30, 60);
        assertThat(now).isBefore(since.plus(TOTAL).plus(LONGEST));
    }

    @Property
    void noPauseIsLongerThanTheLongestOrShorterThanHalfOfTheFirst(
            @ForAll @IntRange(min = 1) int failures,
            @ForAll @DoubleRange(max = 1) double chance,
            @ForAll @LongRange(min = 1, max = 100_000) long first,
            @ForAll @LongRange(min = 1, max = 100_000_000) long longest) {
        Backoff backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(longest), TOTAL);

        Duration pause = backoff.pause(failures, chance);

        assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(longest));
        assertThat(pause.multipliedBy(2))
                .isGreaterThanOrEqualTo(Duration.ofMillis(Math.min(first, longest)));
    }

    @Property
    void withTheSameChanceNoPauseIsShorterThanTheOneBefore(
            @ForAll @IntRange(min = 1, max = 100) int failures,
            @ForAll @DoubleRange(max = 1) double chance) {
        assertThat(USUAL.pause(failures + 1, chance))
                .isGreaterThanOrEqualTo(USUAL.pause(failures, chance));
    }

    @Property
    void itIsOverAfterTheWholeTimeAndNotBefore(
            @ForAll @LongRange(min = 0, max = 200_000) long seconds) {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(USUAL.isOver(since, since.plusSeconds(seconds))).isEqualTo(seconds >= 86_400);
    }
}
