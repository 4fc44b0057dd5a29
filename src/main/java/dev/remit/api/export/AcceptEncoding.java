package dev.remit.api.export;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a caller takes what is compressed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding">RFC 9110</a>
 */
public final class AcceptEncoding {

    /** A weight of nothing means: anything but this. */
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    private AcceptEncoding() {}

    /**
     * @param header null if there is none
     */
    public static boolean takesGzip(String header) {
        if (header == null) {
            return false;
        }
        boolean takesAny = false;
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String coding = part.split(";", 2)[0].strip();
            boolean isTaken = !REFUSED.matcher(part).matches();
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isTaken;
            }
            takesAny |= coding.equals("*") && isTaken;
        }
        return takesAny;
    }
}
