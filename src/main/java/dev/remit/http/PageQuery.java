package dev.remit.http;

import dev.remit.problem.Problems;

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
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered like a number that is out of range.
        }
        throw Problems.invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }
}
