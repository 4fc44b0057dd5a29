package dev.remit.cli.client;

/** How much room texts take in a terminal, where some characters take two places and some none. */
final class TextWidth {

    private static final String ELLIPSIS = "…";
    private static final int REPLACEMENT = 0xFFFD;

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /**
     * @param room at least 1
     */
    static String cut(String text, int room) {
        if (of(text) <= room) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = room - 1;
        for (int c : text.codePoints().toArray()) {
            left -= of(c);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + ELLIPSIS;
    }

    static String left(String text, int room) {
        return text + blanks(text, room);
    }

    static String right(String text, int room) {
        return blanks(text, room) + text;
    }

    private static String blanks(String text, int room) {
        return " ".repeat(Math.max(0, room - of(text)));
    }

    /**
     * What somebody else has written, in one line, and without what would move the cursor, colour
     * the screen or turn the line round.
     */
    static String harmless(String text) {
        return text.codePoints()
                .map(c -> isHarmless(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    false;
            // Of these, emoji are joined by one, and some scripts need others.
            case Character.FORMAT -> !(c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
            default -> true;
        };
    }

    private static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** East Asian letters and signs, and pictures. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
