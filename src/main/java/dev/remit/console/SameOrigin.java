package dev.remit.console;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whether a form was sent by a page of this service, which browsers say in every request that
 * writes: nobody else can have one sent in the name of whoever is signed in.
 *
 * @see <a
 *     href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site">
 *     Sec-Fetch-Site</a>
 */
final class SameOrigin {

    private SameOrigin() {}

    /** Over plain HTTP to another machine browsers say no more than the origin. */
    static boolean isSure(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isOf(request, request.getHeader("Origin"))
                : site.equals("same-origin");
    }

    /**
     * Host and port are compared, not the scheme: whoever speaks TLS for this service need not tell
     * it so.
     */
    private static boolean isOf(HttpServerRequest request, String origin) {
        if (origin == null || request.authority() == null) {
            return false;
        }
        try {
            URI uri = new URI(origin);
            return uri.getHost() != null
                    && uri.getHost().equalsIgnoreCase(request.authority().host())
                    && port(uri.getPort()) == port(request.authority().port());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Those of the two schemes are not told apart, as the schemes are not. */
    private static int port(int port) {
        return port == 80 || port == 443 ? -1 : port;
    }

    static Problem problem() {
        return Problem.of(
                ProblemType.FORBIDDEN,
                "The form was not sent from a page of this service; open the page and send it from there.");
    }
}
