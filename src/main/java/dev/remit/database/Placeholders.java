package dev.remit.database;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left in a database URL that was copied from a tutorial or a web page and not filled in.
 */
final class Placeholders {

    /** {@code ${HOME}} is not one: it begins the path of a certificate. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>&]*>|(?<!\\$)\\{[^{}&]*}");

    /** What the console of CockroachDB Cloud shows until the password is asked for. */
    private static final String NOT_REVEALED = "REVEAL_PASSWORD";

    private Placeholders() {}

    static void refuseAround(String url) {
        if (url.startsWith("{") || url.startsWith("$")) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL is still in braces { } or the name of a variable, as tutorials print it: put the URL"
                            + " itself in its place, as in postgresql://user:password@host:26257/database.");
        }
        if (url.startsWith("<")) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL is still a placeholder in angle brackets < >, as tutorials print it: put the URL"
                            + " itself in its place, as in postgresql://user:password@host:26257/database.");
        }
    }

    static void refuseIn(String part, String text) {
        if (PLACEHOLDER.matcher(text).find()) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL still has a placeholder in < > or { } for "
                            + part
                            + ", as tutorials print it: put the real value in its place.");
        }
    }

    /**
     * A real user name or password may contain brackets, but one that is all in brackets is a
     * placeholder.
     */
    static void refuseCredential(String part, String text) {
        if (text.toUpperCase(Locale.ROOT).contains(NOT_REVEALED)) {
            throw new InvalidDatabaseUrl(
                    "DATABASE_URL still has REVEAL_PASSWORD in it, which CockroachDB Cloud shows in the password's"
                            + " place: put the real password there.");
        }
        if (PLACEHOLDER.matcher(text).matches()) {
            refuseIn(part, text);
        }
    }
}
