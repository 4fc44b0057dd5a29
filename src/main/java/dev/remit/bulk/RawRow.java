package dev.remit.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A row as it stands in the file.
 *
 * @param line on which it begins, from 1
 * @param bytes without the line break at the end
 * @param end what came after it
 */
record RawRow(long line, byte[] bytes, End end) {

    enum End {
        LINE_BREAK,
        /** The file ends here, without a line break. */
        END_OF_FILE,
        /** The file ends here, within quotes. */
        END_WITHIN_QUOTES,
        /** There is more of it than anybody wants to read. */
        TOO_LONG
    }

    /** Whether there is nothing in it. */
    boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return end == End.LINE_BREAK || end == End.END_OF_FILE;
    }

    /**
     * @throws RowRefused if it is not all there, or not UTF-8
     */
    String text() throws RowRefused {
        switch (end) {
            case TOO_LONG ->
                    throw new RowRefused(
                            "The row is longer than %d bytes; perhaps quotes are opened in it and closed much later."
                                    .formatted(RawRowReader.LONGEST));
            case END_WITHIN_QUOTES ->
                    throw new RowRefused(
                            "Quotes are opened here and not closed before the end of the file.");
            case LINE_BREAK, END_OF_FILE -> {}
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new RowRefused("The row is not UTF-8.");
        }
    }
}
