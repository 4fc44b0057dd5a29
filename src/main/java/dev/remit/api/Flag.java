package dev.remit.api;

import dev.remit.api.problem.Problems;

/** A parameter of a query that is true or false. */
public final class Flag {

    private Flag() {}

    /**
     * @param text as it stands in the query; null, which is false, if it does not
     */
    public static boolean isTrue(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problems.invalid(name, "must be true or false");
    }
}
