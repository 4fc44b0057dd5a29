package dev.remit.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/**
 * The token of whoever is signed in. Their browser keeps it and sends it to the console alone, so
 * that nothing is kept here, and the API never sees it.
 */
public final class Session {

    static final String COOKIE = "remit-console";

    /** Browsers keep no cookie that is larger than 4096 bytes together with its name. */
    public static final int MAX_LENGTH = 4000;

    private Session() {}

    /** Null if nobody is signed in. */
    static String token(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    /**
     * @param isSecure whether the browser is to send it over TLS only, as it was sent now
     */
    public static NewCookie begin(String token, boolean isSecure) {
        return cookie(token, NewCookie.DEFAULT_MAX_AGE, isSecure);
    }

    public static NewCookie end(boolean isSecure) {
        return cookie("", 0, isSecure);
    }

    private static NewCookie cookie(String value, int maxAge, boolean isSecure) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(ConsoleRoutes.CONSOLE)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
