package dev.remit.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Several values as one, and numbers with no more digits than they are worth. */
final class Figures {

    private static final String UNKNOWN = "–";
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 4;

    private Figures() {}

    /**
     * The middle of a few values: one bad round does not move it. Of an even number of values, the
     * mean of the two in the middle; of none, NaN.
     */
    static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double least(Collection<Double> values) {
        return values.stream().min(Double::compare).orElse(Double.NaN);
    }

    static double most(Collection<Double> values) {
        return values.stream().max(Double::compare).orElse(Double.NaN);
    }

    /** The median, and how far the values are apart. */
    static String withNoise(Collection<Double> values) {
        return values.isEmpty()
                ? UNKNOWN
                : "%s (%s–%s)"
                        .formatted(
                                number(median(values)),
                                number(least(values)),
                                number(most(values)));
    }

    static String list(Collection<Double> values) {
        return values.isEmpty()
                ? UNKNOWN
                : values.stream().map(Figures::number).collect(Collectors.joining("; "));
    }

    /** 12,345, 123, 12.3, 1.23, 0.123, 0.0123. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        if (value == 0) {
            return "0";
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.clamp(DIGITS - 1 - magnitude, 0, MOST_DECIMALS);
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String times(double ratio) {
        return Double.isFinite(ratio) ? number(ratio) + " ×" : UNKNOWN;
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
