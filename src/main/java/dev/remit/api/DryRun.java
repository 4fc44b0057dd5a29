package dev.remit.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Every call that writes can be asked what would come of it: with {@code dryRun=true} it is decided
 * as all others are, and then taken back.
 */
public final class DryRun {

    public static final String PARAMETER = "dryRun";

    private static final CharSequence HEADER = HttpHeaders.createOptimized("Remit-Dry-Run");
    private static final CharSequence TRUE = HttpHeaders.createOptimized("true");

    private DryRun() {}

    /**
     * @param text as it stands in the query; null, which means no, if it does not
     */
    public static boolean of(String text) {
        return Flag.isTrue(PARAMETER, text);
    }

    /** Marks the answer to a call that writes, whatever it is. */
    static void mark(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.query() != null && TRUE.toString().equals(request.getParam(PARAMETER))) {
            request.response().putHeader(HEADER, TRUE);
            // Nothing is there.
            context.addHeadersEndHandler(
                    ended -> request.response().headers().remove(HttpHeaders.LOCATION));
        }
    }
}
