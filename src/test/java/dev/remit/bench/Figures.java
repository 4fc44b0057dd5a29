package dev.remit.bench;

import java.util.Locale;

/** Numbers as the tables show them: with no more digits than they are worth. */
final class Figures {

    private static final String UNKNOWN = "–";
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 4;

    private Figures() {}

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
