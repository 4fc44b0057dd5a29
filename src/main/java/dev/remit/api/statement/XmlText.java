package dev.remit.api.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts as XML 1.0 can carry them, and no longer than their element may be.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0: characters</a>
 */
final class XmlText {

    /** Unicode's own sign for what cannot be written. */
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    /** With a replacement character for each one that XML does not know. */
    static String of(String text) {
        return text.codePoints()
                .map(character -> isXml(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * The text in as many pieces as it takes, none for an empty one. XML counts characters, and its
     * readers in Java count those beyond the basic plane twice: no piece is too long for either.
     */
    static List<String> pieces(String text, int length) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = Math.min(begin + length, text.length());
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            pieces.add(text.substring(begin, end));
            begin = end;
        }
        return pieces;
    }

    private static boolean isXml(int character) {
        return character >= ' '
                        && !(character >= Character.MIN_SURROGATE
                                && character <= Character.MAX_SURROGATE)
                        && character != 0xFFFE
                        && character != 0xFFFF
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }
}
