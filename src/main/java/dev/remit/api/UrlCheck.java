package dev.remit.api;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whether a URL is written as RFC 3986 has it. The framework asks the same before anybody else is
 * asked, and answers without a word, unless it is told to leave that to us.
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
}
