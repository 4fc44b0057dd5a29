package dev.remit.api;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Whether a URL is written as RFC 3986 has it, and its parameters have values. The framework asks
 * the former before anybody else is asked, and answers without a word, unless it is told to leave
 * that to us.
 */
public final class UrlCheck {

    private static final String LEFT_TO_US = "vertx.disableURIValidation";

    private UrlCheck() {}

    /**
     * To be called before the framework is loaded, which looks once. Who runs the service without
     * {@code main}, as tests do, sets the same system property.
     */
    public static void takeOver() {
        System.setProperty(LEFT_TO_US, "true");
    }

    static boolean isUrl(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Null if there is none. The framework takes it for one that is not there: who asks for a dry
     * run and forgets to say so would get a real one.
     */
    static String parameterWithoutValue(HttpServerRequest request) {
        if (request.query() == null) {
            return null;
        }
        for (Map.Entry<String, String> parameter : request.params()) {
            if (parameter.getValue().isEmpty()) {
                return parameter.getKey();
            }
        }
        return null;
    }
}
