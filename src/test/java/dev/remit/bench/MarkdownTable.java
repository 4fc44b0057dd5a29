package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that can be read as text too: columns are as wide as their widest cell, the first is
 * aligned to the left and the others to the right. Without a row it is nothing.
 */
final class MarkdownTable {

    private static final int NARROWEST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(String... header) {
        this(List.of(header));
    }

    MarkdownTable(List<String> header) {
        rows.add(header);
    }

    MarkdownTable row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "%d cells for %d columns".formatted(cells.size(), rows.getFirst().size()));
        }
        rows.add(cells.stream().map(cell -> cell.replace("|", "\\|")).toList());
        return this;
    }

    MarkdownTable row(String... cells) {
        return row(List.of(cells));
    }

    @Override
    public String toString() {
        if (rows.size() == 1) {
            return "";
        }
        int[] widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            line(text, row, widths);
            if (row == rows.getFirst()) {
                text.append(
                        IntStream.range(0, widths.length)
                                .mapToObj(i -> rule(i, widths[i]))
                                .collect(Collectors.joining(" | ", "| ", " |\n")));
            }
        }
        return text.toString();
    }

    private int width(int column) {
        return Math.max(
                NARROWEST,
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow());
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        text.append(
                IntStream.range(0, widths.length)
                        .mapToObj(i -> pad(cells.get(i), i, widths[i]))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String pad(String cell, int column, int width) {
        String blank = " ".repeat(width - cell.length());
        return column == 0 ? cell + blank : blank + cell;
    }

    private static String rule(int column, int width) {
        return column == 0 ? "-".repeat(width) : "-".repeat(width - 1) + ":";
    }
}
