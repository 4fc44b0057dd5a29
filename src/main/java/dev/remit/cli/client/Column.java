package dev.remit.cli.client;

/**
 * Of a table.
 *
 * @param name in its first line
 */
record Column(String name, Kind kind) {

    enum Kind {
        /** Shown whole: a part of an id is none. */
        WHOLE,
        /** Shown whole, and under each other digit by digit. */
        NUMBER,
        /** Cut where there is no room. */
        TEXT
    }

    static Column whole(String name) {
        return new Column(name, Kind.WHOLE);
    }

    static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    String fill(String text, int width) {
        return switch (kind) {
            case NUMBER -> TextWidth.right(text, width);
            case WHOLE -> TextWidth.left(text, width);
            case TEXT -> TextWidth.left(TextWidth.cut(text, width), width);
        };
    }
}
