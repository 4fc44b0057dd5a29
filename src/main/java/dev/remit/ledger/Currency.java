package dev.remit.ledger;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the money of an account is: a currency of ISO 4217, with as many minor units as the JDK's
 * table gives it, or one of the ledger's own, which is another one if it has other minor units.
 *
 * <p>Where it is written down it is a text: {@code EUR}, or {@code POINTS/0} for one of the
 * ledger's own.
 *
 * @param code 3 to 12 capital letters and digits
 * @param minorUnits how many decimal digits of an amount are behind the point, 0 to {@value
 *     #MAX_MINOR_UNITS}
 * @see <a href="https://www.iso.org/iso-4217-currency-codes.html">ISO 4217</a>
 */
public record Currency(String code, int minorUnits) {

    /** Of an account that is opened without one. */
    public static final String DEFAULT = "USD";

    public static final int MAX_MINOR_UNITS = 18;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,12}");

    /** Of a code that a newer JDK has stored. */
    private static final int USUAL_MINOR_UNITS = 2;

    private static final Set<String> ISO =
            java.util.Currency.getAvailableCurrencies().stream()
                    .map(java.util.Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    public Currency {
        if (!CODE.matcher(code).matches() || minorUnits < 0 || minorUnits > MAX_MINOR_UNITS) {
            throw new IllegalArgumentException("no currency: " + code + '/' + minorUnits);
        }
    }

    public static boolean isIso(String code) {
        return ISO.contains(code);
    }

    /** One of ISO 4217. */
    public static Currency iso(String code) {
        // Gold and the code for no currency at all have none.
        int digits = java.util.Currency.getInstance(code).getDefaultFractionDigits();
        return new Currency(code, Math.max(0, digits));
    }

    /** Where nothing is written, it is the default one. */
    public static String orDefault(String text) {
        return text == null ? DEFAULT : text;
    }

    /** What is written: nothing stands for the default one. */
    public static String unlessDefault(String text) {
        return DEFAULT.equals(text) ? null : text;
    }

    /** The code in a text. */
    public static String code(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    /** From its text, which another JDK may have written. */
    public static Currency parse(String text) {
        String code = code(text);
        if (code.length() < text.length()) {
            return new Currency(code, Integer.parseInt(text.substring(code.length() + 1)));
        }
        return isIso(code) ? iso(code) : new Currency(code, USUAL_MINOR_UNITS);
    }

    /** Its text. */
    public String text() {
        return isIso(code) ? code : String.format(Locale.ROOT, "%s/%d", code, minorUnits);
    }
}
