package dev.remit.console;

import dev.remit.api.problem.Problems;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Money as people write it: in units of its currency, with a point before the minor ones. */
public record Amount(BigInteger minor, Currency currency) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    public static Amount of(long minor, Currency currency) {
        return new Amount(BigInteger.valueOf(minor), currency);
    }

    /**
     * In minor units.
     *
     * @param text as somebody has typed it into a field
     */
    public static long parse(String field, String text, Currency currency) {
        String number = text.strip();
        if (NUMBER.matcher(number).matches()) {
            BigDecimal minor = new BigDecimal(number).movePointRight(currency.minorUnits());
            if (minor.stripTrailingZeros().scale() <= 0
                    && minor.abs().compareTo(BigDecimal.valueOf(Money.MAX)) <= 0) {
                return minor.longValueExact();
            }
        }
        throw Problems.invalid(
                field,
                "must be a number of %s such as %s"
                        .formatted(currency.code(), of(1234, currency).plain()));
    }

    /** As {@link #parse} takes it. */
    public String plain() {
        return decimal().toPlainString();
    }

    /** With commas between thousands. */
    public String number() {
        return String.format(Locale.ROOT, "%,." + currency.minorUnits() + "f", decimal());
    }

    public boolean isNegative() {
        return minor.signum() < 0;
    }

    private BigDecimal decimal() {
        return new BigDecimal(minor, currency.minorUnits());
    }

    @Override
    public String toString() {
        return number() + ' ' + currency.code();
    }
}
