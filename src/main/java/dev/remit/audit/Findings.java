package dev.remit.audit;

import java.util.ArrayList;
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
        if (first.size() < DESCRIBED) {
            first.add(String.format(Locale.ROOT, format, values));
        }
    }

    long count() {
        return count;
    }

    List<String> first() {
        return List.copyOf(first);
    }
}
