package dev.remit.api.access;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * How a request brings its token, and how one is asked for that it does not bring.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750: Bearer Token Usage</a>
 */
final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"remit\"";

    private Bearer() {}

    /** Null if there is none. The scheme may be written in any case. */
    static String token(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? null : token;
    }

    /** What is wrong where there is no token. */
    static Problem missing(Scope scope, HttpServerResponse response) {
        challenge(response, ", scope=\"" + scope.text() + '"');
        return Problem.of(
                ProblemType.UNAUTHORIZED,
                "This call needs a bearer token in the Authorization header.");
    }

    /** What is wrong with one that does not count. */
    static Problem refused(TokenRefused refused, HttpServerResponse response) {
        challenge(
                response,
                ", error=\"invalid_token\", error_description=\"" + refused.getMessage() + '"');
        return Problem.of(ProblemType.UNAUTHORIZED, refused.getMessage());
    }

    /** What is wrong with one that is for something else. */
    static Problem insufficient(Scope scope, HttpServerResponse response) {
        challenge(response, ", error=\"insufficient_scope\", scope=\"" + scope.text() + '"');
        return Problem.of(
                        ProblemType.FORBIDDEN,
                        "The token does not have the scope %s, which this call needs."
                                .formatted(scope.text()))
                .with("scope", scope.text());
    }

    private static void challenge(HttpServerResponse response, String more) {
        response.putHeader("WWW-Authenticate", CHALLENGE + more);
    }
}
