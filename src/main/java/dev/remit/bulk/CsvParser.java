package dev.remit.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser.Feature;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of cells, of which the columns say what is in them: {@code null} if nothing is. */
final class CsvParser implements RowParser {

    private static final ObjectReader CELLS =
            new CsvMapper()
                    .readerForArrayOf(String.class)
                    .with(Feature.WRAP_AS_ARRAY)
                    .with(Feature.EMPTY_UNQUOTED_STRING_AS_NULL);

    /** As JSON writes a whole number. Anything else is a text, and so no number. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,99})");

    private final ObjectMapper json;
    private final Table table;
    private final List<String> columns;

    private CsvParser(ObjectMapper json, Table table, List<String> columns) {
        this.json = json;
        this.table = table;
        this.columns = columns;
    }

    /**
     * The names of the columns, each once.
     *
     * @param header the first row
     */
    static List<String> columns(RawRow header) throws RowRefused {
        String[] cells = cells(header.text());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null || cells[i].isBlank()) {
                throw new RowRefused("The column %d has no name.".formatted(i + 1));
            }
            if (!seen.add(cells[i])) {
                throw new RowRefused("The column %s is there twice.".formatted(cells[i]));
            }
        }
        return List.of(cells);
    }

    static CsvParser of(ObjectMapper json, Table table, List<String> columns) throws RowRefused {
        for (String column : columns) {
            table.checkKnown(column);
        }
        for (String needed : table.needed()) {
            if (!columns.contains(needed)) {
                throw new RowRefused("There is no column %s.".formatted(needed));
            }
        }
        return new CsvParser(json, table, columns);
    }

    @Override
    public ObjectNode parse(RawRow row) throws RowRefused {
        String text = row.text();
        if (row.end() == RawRow.End.END_OF_FILE) {
            // Of 1000 that is cut off after 10, nobody could tell.
            throw new RowRefused(
                    "The file ends without a line break, so the row may be cut off: if it is not, add one.");
        }
        String[] cells = cells(text);
        if (cells.length != columns.size()) {
            throw new RowRefused(
                    "The row has %d cells, and the header %d."
                            .formatted(cells.length, columns.size()));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.length; i++) {
            String column = columns.get(i);
            fields.set(column, value(column, cells[i]));
        }
        return fields;
    }

    private JsonNode value(String column, String cell) throws RowRefused {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (cell == null) {
            return nodes.nullNode();
        }
        return switch (table.kindOf(column)) {
            case TEXT -> nodes.textNode(cell);
            case NUMBER ->
                    NUMBER.matcher(cell).matches()
                            ? nodes.numberNode(new BigInteger(cell))
                            : nodes.textNode(cell);
            case TRUTH ->
                    cell.equals("true") || cell.equals("false")
                            ? nodes.booleanNode(cell.equals("true"))
                            : nodes.textNode(cell);
            case JSON -> tree(column, cell);
        };
    }

    private JsonNode tree(String column, String cell) throws RowRefused {
        try {
            return json.readTree(cell);
        } catch (JsonProcessingException e) {
            throw new RowRefused("The field %s is not JSON.".formatted(column));
        }
    }

    private static String[] cells(String row) throws RowRefused {
        try (MappingIterator<String[]> rows = CELLS.readValues(row)) {
            String[] cells = rows.hasNext() ? rows.next() : new String[0];
            if (!rows.hasNext()) {
                return cells;
            }
        } catch (IOException | RuntimeException e) {
            // Nor can its cells be told apart.
        }
        throw new RowRefused("The row is not CSV: a quote or a line break is where none can be.");
    }
}
