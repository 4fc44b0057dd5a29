package dev.remit.api;

import java.util.stream.Stream;

/** Bodies of nearly 8 MiB, or of as many items as are let in, that are all wrong. */
final class HostileBodies {

    /** A little less than is let in. */
    private static final int SIZE = 7_900_000;

    private HostileBodies() {}

    /**
     * @param what is wrong with it
     * @param slug of the problem that it is answered with
     * @param errors how many of them are answered, 0 for none
     */
    record Hostile(String what, String slug, int errors, String body) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> all() {
        String field = "f".repeat(150);
        return Stream.of(
                invalid("many bad items", 1, items("{\"balance\":-1}", SIZE / 15)),
                invalid("as many bad items as are let in", 20, items("{\"balance\":-1}", 10_000)),
                invalid(
                        "items that break every rule",
                        20,
                        items(
                                "{\"balance\":-1,\"name\":\"\\ud800" + "n".repeat(300) + "\"}",
                                10_000)),
                invalid("as many nulls as are let in", 20, items("null", 10_000)),
                invalid("a million empty items", 1, items("{}", 1_000_000)),
                invalid(
                        "rubbish behind too many",
                        1,
                        items("{}", 10_001).replace("]", "x".repeat(SIZE / 2))),
                invalid("a million nulls", 1, items("null", 1_000_000)),
                malformed("a million items of the wrong type", items("1", 1_000_000)),
                malformed("a million lists", items("[]", 1_000_000)),
                malformed("nested without end", "{\"accounts\":" + "[".repeat(SIZE)),
                malformed("objects nested without end", "{\"accounts\":".repeat(SIZE / 12)),
                malformed("text without end", item("\"name\":\"" + "n".repeat(SIZE) + "\"")),
                malformed("escapes without end", item("\"name\":\"" + "\\u0001".repeat(SIZE / 6))),
                malformed("number without end", item("\"balance\":" + "9".repeat(SIZE))),
                malformed("fraction without end", item("\"balance\":0." + "9".repeat(SIZE))),
                malformed("name without end", item("\"" + "f".repeat(SIZE) + "\":1")),
                malformed("name outside the items", "{\"" + "f".repeat(SIZE) + "\":[]}"),
                malformed("unknown fields", item(("\"" + field + "\":1,").repeat(SIZE / 160))),
                malformed("half a character as a name", item("\"\\ud800\":1")),
                malformed("white space", " ".repeat(SIZE)),
                malformed("commas", "{\"accounts\":[" + ",".repeat(SIZE)),
                malformed("zeros", "\0".repeat(SIZE)));
    }

    private static Hostile invalid(String what, int errors, String body) {
        return new Hostile(what, "invalid-request", errors, body);
    }

    private static Hostile malformed(String what, String body) {
        return new Hostile(what, "malformed-request", 0, body);
    }

    private static String items(String item, int count) {
        return "{\"accounts\":[" + (item + ",").repeat(count - 1) + item + "]}";
    }

    private static String item(String fields) {
        return "{\"accounts\":[{" + fields + "}]}";
    }
}
