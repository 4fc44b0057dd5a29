package dev.remit.audit;

import dev.remit.ledger.Micros;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What is wrong with the books, a line each: all counted, the first described. */
final class Findings {

    /** More than a person reads, and little memory even if every account is wrong. */
    static final int DESCRIBED = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String format, Object... values) {
        count++;
        if (!isFull()) {
            first.add(String.format(Locale.ROOT, format, values));
        }
    }

    /** Whether there is no use in describing more. */
    boolean isFull() {
        return first.size() == DESCRIBED;
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }

    /** As a person reads it. */
    static String time(Long micros) {
        return micros == null ? "unknown" : Micros.instant(micros).toString();
    }

    /** In hexadecimal digits. */
    static String hash(byte[] hash) {
        return hash == null ? "unknown" : HexFormat.of().formatHex(hash);
    }
}
