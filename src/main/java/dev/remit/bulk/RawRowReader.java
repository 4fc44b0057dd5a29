package dev.remit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes a file apart into its rows, of which it keeps no more than {@value #LONGEST} bytes each in
 * memory. A row ends with a line, unless the line break is within quotes where there are quotes.
 */
final class RawRowReader {

    /** As much as a call of the API may have. */
    static final int LONGEST = 64 * 1024;

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};
    private static final int NONE = -1;

    /** Where in a CSV file a byte is. */
    private enum Place {
        AT_CELL,
        IN_CELL,
        IN_QUOTES,
        /** Behind what is either the end of the quotes or the first half of a quote in them. */
        BEHIND_QUOTE
    }

    private final InputStream in;
    private final boolean hasQuotes;
    private final byte[] buffer = new byte[LONGEST];
    private int position;
    private int limit;
    private long line = 1;

    private final byte[] row = new byte[LONGEST];
    private int length;

    /**
     * @param hasQuotes whether line breaks can be quoted, as in CSV
     */
    RawRowReader(InputStream in, boolean hasQuotes) throws IOException {
        this.in = in;
        this.hasQuotes = hasQuotes;
        skipByteOrderMark();
    }

    /** The next one; null at the end of the file. */
    RawRow next() throws IOException {
        long first = line;
        length = 0;
        boolean isTooLong = false;
        Place place = Place.AT_CELL;
        int b = read();
        if (b == NONE) {
            return null;
        }
        for (; b != NONE; b = read()) {
            if (b == '\n') {
                line++;
                if (place != Place.IN_QUOTES) {
                    return row(first, isTooLong ? RawRow.End.TOO_LONG : RawRow.End.LINE_BREAK);
                }
            }
            place = hasQuotes ? behind(b, place) : Place.IN_CELL;
            isTooLong |= !append(b);
        }
        if (isTooLong) {
            return row(first, RawRow.End.TOO_LONG);
        }
        return row(
                first,
                place == Place.IN_QUOTES ? RawRow.End.END_WITHIN_QUOTES : RawRow.End.END_OF_FILE);
    }

    private static Place behind(int b, Place place) {
        return switch (place) {
            case AT_CELL -> b == '"' ? Place.IN_QUOTES : b == ',' ? Place.AT_CELL : Place.IN_CELL;
            case IN_CELL -> b == ',' ? Place.AT_CELL : Place.IN_CELL;
            case IN_QUOTES -> b == '"' ? Place.BEHIND_QUOTE : Place.IN_QUOTES;
            case BEHIND_QUOTE ->
                    b == '"' ? Place.IN_QUOTES : b == ',' ? Place.AT_CELL : Place.IN_CELL;
        };
    }

    /** Whether there was room for it. */
    private boolean append(int b) {
        if (length == row.length) {
            return false;
        }
        row[length++] = (byte) b;
        return true;
    }

    private RawRow row(long first, RawRow.End end) {
        int size = length;
        if (end == RawRow.End.TOO_LONG) {
            size = 0;
        } else if (size > 0 && row[size - 1] == '\r') {
            size--;
        }
        return new RawRow(first, Arrays.copyOf(row, size), end);
    }

    private void skipByteOrderMark() throws IOException {
        fill();
        boolean isMarked = limit >= BYTE_ORDER_MARK.length;
        for (int i = 0; isMarked && i < BYTE_ORDER_MARK.length; i++) {
            isMarked = Byte.toUnsignedInt(buffer[i]) == BYTE_ORDER_MARK[i];
        }
        position = isMarked ? BYTE_ORDER_MARK.length : 0;
    }

    private int read() throws IOException {
        if (position == limit) {
            fill();
        }
        return position == limit ? NONE : buffer[position++];
    }

    private void fill() throws IOException {
        position = 0;
        limit = in.readNBytes(buffer, 0, buffer.length);
    }
}
