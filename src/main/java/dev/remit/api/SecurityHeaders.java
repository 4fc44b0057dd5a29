package dev.remit.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * What tells browsers to be careful with an answer.
 *
 * @see <a href="https://owasp.org/www-project-secure-headers/">OWASP Secure Headers Project</a>
 */
final class SecurityHeaders {

    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_TYPE_OPTIONS =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER_POLICY =
            HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_SECURITY_POLICY =
            HttpHeaders.createOptimized("Content-Security-Policy");

    /** JSON shows nothing and loads nothing, whatever a browser takes it for. */
    private static final CharSequence NOTHING =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** Pages for people load their own scripts and styles. */
    private static final CharSequence NO_FRAMES =
            HttpHeaders.createOptimized("frame-ancestors 'none'");

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence STRICT_TRANSPORT_SECURITY =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private SecurityHeaders() {}

    /**
     * @param isApi whether it asks for something of the API, rather than for a page
     */
    static void add(HttpServerRequest request, boolean isApi) {
        MultiMap headers = request.response().headers();
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        headers.set(CONTENT_SECURITY_POLICY, isApi ? NOTHING : NO_FRAMES);
        if (isApi) {
            // Balances are nobody else's business, and old ones mislead.
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        if (request.isSSL()) {
            headers.set(STRICT_TRANSPORT_SECURITY, A_YEAR);
        }
    }
}
