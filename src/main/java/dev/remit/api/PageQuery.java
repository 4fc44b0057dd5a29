package dev.remit.api;

import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** A page of a list: how many items are wanted, and where the next page is. */
public final class PageQuery {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    private PageQuery() {}

    /**
     * @param text as it stands in the query, null if it does not
     */
    public static int limit(String text) {
        return Math.toIntExact(number("limit", text, DEFAULT_LIMIT, 1, MAX_LIMIT));
    }

    /**
     * A parameter of a query that is a number.
     *
     * @param text as it stands in the query; null, which is the default, if it does not
     */
    public static long number(String name, String text, long byDefault, long least, long most) {
        if (text == null) {
            return byDefault;
        }
        // Long.parseLong would take "+1" and the digits of every script, too.
        if (text.matches("-?[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problems.invalid(name, "must be a whole number from %d to %d".formatted(least, most));
    }

    /** What is wrong with a cursor that no page has told. */
    public static ProblemException noCursor(String name) {
        return Problems.invalid(name, "must be the next of another page");
    }

    /**
     * Answers with a page, and tells in a {@code Link} where the next one is: the same call with
     * another cursor.
     *
     * @param next the cursor; null on the last page
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288: Web Linking</a>
     */
    public static Response answer(Object page, String cursor, String next, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (next != null) {
            URI call = uri.getRequestUriBuilder().replaceQueryParam(cursor, next).build();
            answer.header(
                    HttpHeaders.LINK,
                    "<%s?%s>; rel=\"next\"".formatted(call.getRawPath(), call.getRawQuery()));
        }
        return answer.build();
    }
}
