package dev.remit.api.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row a line, the values of its JSON in columns: a text as it is, nothing for null, a pair of
 * quotes for an empty text, and JSON for what is an object or a list by itself. So all of it can be
 * read again.
 */
record CsvWriter(ObjectMapper json, List<String> columns) implements RowWriter {

    @Override
    public void begin(OutputStream out) throws IOException {
        write(out, CsvWriter::quoted);
    }

    @Override
    public void write(Object row, OutputStream out) throws IOException {
        JsonNode values = json.valueToTree(row);
        write(out, column -> cell(values.path(column)));
    }

    private void write(OutputStream out, Function<String, String> cell) throws IOException {
        String line = columns.stream().map(cell).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isTextual() ? quoted(value.textValue()) : quoted(value.toString());
    }

    /** If it has to be. */
    private static String quoted(String text) {
        boolean isPlain =
                !text.isEmpty()
                        && text.chars()
                                .noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
