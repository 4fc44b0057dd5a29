package dev.remit.bench;

import java.util.List;

/** How contenders are called in tables and pictures. */
final class Names {

    static final String TUTORIAL = "a";
    static final String BEST_SQL = "b";
    static final String ONE_INSTANCE = "one instance";
    static final String SECOND_INSTANCE = "the second instance";
    static final String TWO_INSTANCES = "two instances";

    private Names() {}

    static String remit(int callers) {
        return "c, %s callers".formatted(Figures.count(callers));
    }

    /** In the order of {@link #TUTORIAL}, {@link #BEST_SQL} and Remit, for the picture. */
    static List<String> explained() {
        return List.of("a: read, check, write", "b: one statement", "c: Remit");
    }
}
