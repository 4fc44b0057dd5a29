package dev.remit.console.account;

import dev.remit.console.Amount;
import dev.remit.ledger.Currency;
import dev.remit.store.AccountCommitRow.Balance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An account's balance over time, as a line that stays where it is until the balance changes. */
record Picture(List<Balance> balances, Currency currency) {

    static final int MOST = 500;

    /** Of the drawing, whose size on a screen depends on the screen. */
    private static final int WIDTH = 640;

    private static final int HEIGHT = 160;

    /** So that the line is not cut off at the edges. */
    private static final int MARGIN = 4;

    private static final double MICROS_PER_SECOND = 1e6;

    public boolean isEmpty() {
        return balances.size() < 2;
    }

    public boolean isCut() {
        return balances.size() == MOST;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public Instant begin() {
        return balances.getFirst().committedAt();
    }

    public Instant end() {
        return balances.getLast().committedAt();
    }

    public Amount first() {
        return amount(balances.getFirst());
    }

    public Amount last() {
        return amount(balances.getLast());
    }

    public Amount least() {
        return amount(balances.stream().min(Comparator.comparing(Balance::balance)).orElseThrow());
    }

    public Amount most() {
        return amount(balances.stream().max(Comparator.comparing(Balance::balance)).orElseThrow());
    }

    /** Of the line, as a drawing has it. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Balance balance : balances) {
            String x = number(x(balance));
            path.append(path.isEmpty() ? "M" : "H").append(x);
            path.append(path.length() == x.length() + 1 ? " " : "V").append(number(y(balance)));
        }
        return path.toString();
    }

    /** Seconds since 1970-01-01T00:00Z, as JSON. */
    public String times() {
        return balances.stream()
                .map(balance -> number(seconds(balance.committedAt())))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** In units of the currency, as JSON. */
    public String values() {
        return balances.stream()
                .map(balance -> BigDecimal.valueOf(balance.balance(), currency.minorUnits()))
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private double x(Balance balance) {
        double all = Math.max(1, micros(end()));
        return MARGIN + micros(balance.committedAt()) / all * (WIDTH - 2 * MARGIN);
    }

    /** Up is more; zero is always in sight. */
    private double y(Balance balance) {
        double low = Math.min(0, least().minor().doubleValue());
        double high = Math.max(0, most().minor().doubleValue());
        double share = (balance.balance() - low) / Math.max(1, high - low);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private double micros(Instant time) {
        return Duration.between(begin(), time).toNanos() / 1e3;
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e3 / MICROS_PER_SECOND;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
    }

    private Amount amount(Balance balance) {
        return Amount.of(balance.balance(), currency);
    }
}
