package dev.remit.api;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies of nearly 8 MiB, or of as many items as are let in, that are all wrong. */
final class HostileBodies {

    /** A little less than is let in. */
    private static final int SIZE = 7_900_000;

    private final String path;
    private final String list;
    private final int limit;
    private final String number;
    private final String text;

    private HostileBodies(String path, String list, int limit, String number, String text) {
        this.path = path;
        this.list = quoted(list);
        this.limit = limit;
        this.number = quoted(number);
        this.text = quoted(text);
    }

    /**
     * @param what is wrong with it
     * @param slug of the problem that it is answered with
     * @param errors how many of them are answered, 0 for none
     */
    record Hostile(String what, String path, String slug, int errors, String body) {

        @Override
        public String toString() {
            return what + " to " + path;
        }
    }

    static Stream<Hostile> all() {
        return Stream.of(
                        new HostileBodies("/accounts/batch", "accounts", 10_000, "balance", "name"),
                        new HostileBodies(
                                "/transfers/batch", "transfers", 1_000, "amount", "reference"))
                .flatMap(HostileBodies::bodies);
    }

    private Stream<Hostile> bodies() {
        String field = "f".repeat(150);
        return Stream.of(
                invalid("many bad items", 1, items("{" + number + ":-1}", SIZE / 15)),
                invalid("as many bad items as are let in", 20, items("{" + number + ":-1}", limit)),
                invalid(
                        "items that break every rule",
                        20,
                        items(
                                "{"
                                        + number
                                        + ":-1,"
                                        + text
                                        + ":\"\\ud800"
                                        + "n".repeat(300)
                                        + "\"}",
                                limit)),
                invalid("as many nulls as are let in", 20, items("null", limit)),
                invalid("a million empty items", 1, items("{}", 1_000_000)),
                invalid(
                        "rubbish behind too many",
                        1,
                        items("{}", limit + 1).replace("]", "x".repeat(SIZE / 2))),
                invalid("a million nulls", 1, items("null", 1_000_000)),
                invalid("names in metadata without end", 20, items(metadata(30_000), 20)),
                malformed("a million items of the wrong type", items("1", 1_000_000)),
                malformed("a million lists", items("[]", 1_000_000)),
                malformed("nested without end", ("{" + list + ":") + "[".repeat(SIZE)),
                malformed(
                        "objects nested without end",
                        ("{" + list + ":").repeat(SIZE / (list.length() + 2))),
                malformed("text without end", item(text + ":\"" + "n".repeat(SIZE) + "\"")),
                malformed("escapes without end", item(text + ":\"" + "\\u0001".repeat(SIZE / 6))),
                malformed("number without end", item(number + ":" + "9".repeat(SIZE))),
                malformed("fraction without end", item(number + ":0." + "9".repeat(SIZE))),
                malformed("name without end", item("\"" + "f".repeat(SIZE) + "\":1")),
                malformed("name outside the items", "{\"" + "f".repeat(SIZE) + "\":[]}"),
                malformed("unknown fields", item(("\"" + field + "\":1,").repeat(SIZE / 160))),
                malformed("half a character as a name", item("\"\\ud800\":1")),
                malformed("white space", " ".repeat(SIZE)),
                malformed("commas", "{" + list + ":[" + ",".repeat(SIZE)),
                malformed("zeros", "\0".repeat(SIZE)));
    }

    private Hostile invalid(String what, int errors, String body) {
        return new Hostile(what, path, "invalid-request", errors, body);
    }

    private Hostile malformed(String what, String body) {
        return new Hostile(what, path, "malformed-request", 0, body);
    }

    private String items(String item, int count) {
        return "{" + list + ":[" + (item + ",").repeat(count - 1) + item + "]}";
    }

    private String item(String fields) {
        return "{" + list + ":[{" + fields + "}]}";
    }

    private static String metadata(int names) {
        return IntStream.range(0, names)
                .mapToObj(i -> quoted(String.valueOf(i)) + ":\"\"")
                .collect(Collectors.joining(",", "{\"metadata\":{", "}}"));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
