package dev.remit.api;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads ids as RFC 9562 writes them, 36 characters, and in no other way. */
public final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    public static Optional<UUID> parse(String text) {
        // UUID.fromString would take "1-1-1-1-1" and "+1-…", too.
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }

    /**
     * The id in a path. A path with anything else there names nothing that there is.
     *
     * @param notFound what is wrong with it then
     */
    public static UUID inPath(String text, Function<Object, Problem> notFound) {
        return parse(text).orElseThrow(() -> new ProblemException(notFound.apply(text)));
    }

    /**
     * A parameter of a query that is an id.
     *
     * @param text as it stands in the query; null, which is no id, if it does not
     */
    public static UUID query(String name, String text) {
        if (text == null) {
            return null;
        }
        return parse(text).orElseThrow(() -> Problems.invalid(name, "must be a UUID"));
    }

    /**
     * A cursor that is an id.
     *
     * @param text as it stands in the query; null, which is the beginning, if it does not
     */
    public static UUID cursor(String name, String text) {
        return text == null ? null : parse(text).orElseThrow(() -> PageQuery.noCursor(name));
    }
}
