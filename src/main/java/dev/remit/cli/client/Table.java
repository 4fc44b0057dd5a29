package dev.remit.cli.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Rows of columns that fit into a line of the terminal. Where they do not, even with texts that are
 * cut, a row takes several lines, the others indented. It grows page by page: columns never become
 * narrower than they were.
 */
final class Table {

    private static final int GAP = 2;
    private static final String INDENT = "  ";

    /** More than anything is wide. */
    private static final int UNLIMITED = Integer.MAX_VALUE / 2;

    /** What is left of a text that is cut, at least. */
    private static final int SHORTEST_TEXT = 10;

    private final List<Column> columns;
    private final OptionalInt width;
    private final int[] widths;
    private boolean begun;

    /**
     * @param width of the terminal; empty if there is none, and everything is shown whole
     */
    Table(OptionalInt width, Column... columns) {
        this.width = width;
        this.columns = List.of(columns);
        this.widths = new int[columns.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TextWidth.of(columns[i].name());
        }
    }

    /**
     * @param rows one text for each column
     * @return their lines, below the names of the columns if they are the first ones
     */
    List<String> lines(List<List<String>> rows) {
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        }
        List<int[]> layout = layout();
        List<String> lines = new ArrayList<>();
        if (!begun) {
            begun = true;
            lines(columns.stream().map(Column::name).toList(), layout, lines);
        }
        rows.forEach(row -> lines(row, layout, lines));
        return lines;
    }

    private void lines(List<String> row, List<int[]> layout, List<String> lines) {
        int first = 0;
        for (int[] line : layout) {
            StringBuilder text = new StringBuilder(first == 0 ? "" : INDENT);
            for (int i = 0; i < line.length; i++) {
                text.append(i == 0 ? "" : " ".repeat(GAP))
                        .append(columns.get(first + i).fill(row.get(first + i), line[i]));
            }
            String filled = text.toString().stripTrailing();
            if (!filled.isEmpty()) {
                lines.add(filled);
            }
            first += line.length;
        }
    }

    /** How wide the columns are, line by line. */
    private List<int[]> layout() {
        List<int[]> layout = new ArrayList<>();
        int first = 0;
        while (first < widths.length) {
            int room = width.orElse(UNLIMITED) - (first == 0 ? 0 : INDENT.length());
            int[] line = line(first, room);
            layout.add(line);
            first += line.length;
        }
        return layout;
    }

    /** As many columns as have room, one at least; what they leave is for the texts. */
    private int[] line(int first, int room) {
        int next = first;
        int left = room + GAP;
        while (next < widths.length && (next == first || left >= least(next) + GAP)) {
            left -= least(next) + GAP;
            next++;
        }
        int[] line = new int[next - first];
        for (int i = 0; i < line.length; i++) {
            int more = Math.clamp(left, 0, widths[first + i] - least(first + i));
            line[i] = least(first + i) + more;
            left -= more;
        }
        return line;
    }

    private int least(int column) {
        return columns.get(column).kind() == Column.Kind.TEXT
                ? Math.min(widths[column], SHORTEST_TEXT)
                : widths[column];
    }
}
