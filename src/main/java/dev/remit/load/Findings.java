package dev.remit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with the books: counted all, described the first few. Safe for several threads. */
final class Findings {

    private static final int DESCRIBED = 10;

    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(String format, Object... values) {
        count++;
        if (first.size() < DESCRIBED) {
            first.add(String.format(Locale.ROOT, format, values));
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized List<String> first() {
        return List.copyOf(first);
    }
}
