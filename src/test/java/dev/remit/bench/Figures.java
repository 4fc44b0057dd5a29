package dev.remit.bench;

import java.util.Locale;

/** Numbers as the tables show them: with no more digits than they are worth. */
final class Figures {

    private static final String UNKNOWN = "–";
    private static final double THREE_DIGITS = 100;
    private static final double TWO_DIGITS = 10;

    private Figures() {}

    /** 12,345, 123, 12.3, 1.23. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        String format = value >= THREE_DIGITS ? "%,.0f" : value >= TWO_DIGITS ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    static String times(double ratio) {
        return Double.isFinite(ratio) ? number(ratio) + " ×" : UNKNOWN;
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
