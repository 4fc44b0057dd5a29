package dev.remit.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * What settings may be. With anything else the program does not start, and says which setting it is
 * and what it may be.
 *
 * <p>Constraints of Bean Validation would say it as well. But where one setting has one, the
 * framework makes a second validator at every start, and looks for constraints at all settings of
 * all extensions.
 */
public final class Limits {

    private static final Converter<Duration> DURATIONS = new DurationConverter();

    private Limits() {}

    /** A whole number from 0 on. */
    @RegisterForReflection
    public record NotNegative() implements Converter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, 0, Integer.MAX_VALUE);
        }
    }

    /** A whole number from 1 on. */
    @RegisterForReflection
    public record Positive() implements Converter<Integer> {

        @Override
        public Integer convert(String value) {
            return number(value, 1, Integer.MAX_VALUE);
        }
    }

    /** A time from a millisecond on. */
    @RegisterForReflection
    public record SomeTime() implements Converter<Duration> {

        @Override
        public Duration convert(String value) {
            return duration(value, Duration.ofMillis(1));
        }
    }

    /** Null if there is no value. */
    public static Integer number(String value, int min, int max) {
        if (value.isBlank()) {
            return null;
        }
        String wanted = "it has to be a whole number, %d to %d".formatted(min, max);
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wanted, e);
        }
        throw new IllegalArgumentException(wanted);
    }

    /** Null if there is no value. */
    public static Duration duration(String value, Duration min) {
        Duration duration = DURATIONS.convert(value);
        if (duration != null && duration.compareTo(min) < 0) {
            throw new IllegalArgumentException(
                    "it has to be %d ms or longer".formatted(min.toMillis()));
        }
        return duration;
    }
}
