package dev.remit.api;

import dev.remit.api.problem.Problems;

/** How many items of a list are wanted. */
public final class PageQuery {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    private PageQuery() {}

    /**
     * @param text as it stands in the query, null if it does not
     */
    public static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        // Integer.parseInt would take "+1" and the digits of every script, too.
        if (text.matches("[0-9]{1,9}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw Problems.invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }
}
