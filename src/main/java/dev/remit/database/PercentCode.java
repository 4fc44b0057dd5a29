package dev.remit.database;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-escapes (RFC 3986, section 2.1) in UTF-8. */
final class PercentCode {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private PercentCode() {}

    /**
     * Decodes escapes and leaves a plus sign alone: only HTML forms, and pgjdbc, read it as a
     * space.
     */
    static String decode(String text) {
        return decodeForm(text.replace("+", "%2B"));
    }

    /** Decodes as pgjdbc does in a JDBC URL: a plus sign is a space. */
    static String decodeForm(String text) {
        if (BROKEN_ESCAPE.matcher(text).find()) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL contains a '%' that is not followed by two hexadecimal digits: write a real '%' as"
                            + " %25.");
        }
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
