package dev.remit.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** What tells browsers to be careful with a page, besides what tells them so of every answer. */
final class PageHeaders {

    /** Everything is from here, and nothing that stands in a page is run. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    static void set(HttpServerResponse response) {
        MultiMap headers = response.headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        // With no-referrer, browsers would not say that a form is from here.
        headers.set("Referrer-Policy", "same-origin");
    }
}
