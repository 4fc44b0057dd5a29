package dev.remit.audit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head of the ledger that somebody has kept: an audit that is given it shows whether anything up
 * to it was changed since.
 *
 * @param sequence of the commit
 * @param hash in 64 hexadecimal digits, in lower case
 */
public record Expectation(long sequence, String hash) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\p{XDigit}{64})");

    /**
     * Reads {@code sequence:hash}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Expectation parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Expectation(
                Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
    }
}
