package dev.remit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What callers attach to accounts and transfers: texts under names. It is written down, and hashed,
 * as a JSON object in the canonical form of RFC 8785, so that the same metadata is always the same
 * text. Where nothing is attached there is no text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
public final class Metadata {

    /** Of the text, in UTF-8. */
    public static final int MAX_BYTES = 4096;

    private static final String ESCAPED = "btnfr";
    private static final String MEANT = "\b\t\n\f\r";

    private Metadata() {}

    /**
     * Its text; null if there is nothing in it.
     *
     * @param entries in the natural order of their names, which is that of RFC 8785: by UTF-16 code
     *     units
     */
    public static String text(SortedMap<String, String> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        char separator = '{';
        for (var entry : entries.entrySet()) {
            text.append(separator);
            CanonicalForm.quote(text, entry.getKey());
            text.append(':');
            CanonicalForm.quote(text, entry.getValue());
            separator = ',';
        }
        return text.append('}').toString();
    }

    /** What is in a text that {@link #text} has made; nothing if it is null. */
    public static SortedMap<String, String> entries(String text) {
        SortedMap<String, String> entries = new TreeMap<>();
        // Each string is behind one other character and its own quotation mark.
        for (int at = 0; text != null && at < text.length() - 1; ) {
            int colon = end(text, at + 2) + 1;
            int next = end(text, colon + 2) + 1;
            entries.put(
                    unescaped(text.substring(at + 2, colon - 1)),
                    unescaped(text.substring(colon + 2, next - 1)));
            at = next;
        }
        return entries;
    }

    /** Where the string ends that begins there. */
    private static int end(String text, int begin) {
        int at = begin;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static String unescaped(String string) {
        StringBuilder text = new StringBuilder(string.length());
        for (int at = 0; at < string.length(); at++) {
            char c = string.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char letter = string.charAt(++at);
            int index = ESCAPED.indexOf(letter);
            if (letter == 'u') {
                text.append((char) Integer.parseInt(string.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                text.append(index < 0 ? letter : MEANT.charAt(index));
            }
        }
        return text.toString();
    }

    /** Whether there is more of it than is kept. */
    public static boolean isTooLarge(String text) {
        return text != null && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
