package dev.remit.api.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.util.RawValue;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A row a line, the values of its JSON in columns: a text as it is, nothing for null, a pair of
 * quotes for an empty text, and JSON for what is an object or a list by itself. So all of it can be
 * read again.
 *
 * <p>Texts are written to the letter, also those that a spreadsheet takes for a formula: what is
 * put before them to prevent that would be in the books of whoever reads them with a program.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180: CSV</a>
 */
public final class CsvTable {

    private static final ObjectWriter ROWS =
            CsvMapper.builder()
                    // Otherwise whatever is longer than a few words is quoted.
                    .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                    .build()
                    .writerFor(Object[].class)
                    .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                    // Otherwise each line is sent by itself.
                    .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    // As they are, because the library tells them apart in no other way: it leaves nulls out of a
    // row that is no object, and sees nothing in an empty text that would have to be quoted.
    private static final RawValue NOTHING = new RawValue("");
    private static final RawValue EMPTY_TEXT = new RawValue("\"\"");

    private final ObjectMapper json;
    private final List<String> columns;
    private final SequenceWriter rows;

    private CsvTable(ObjectMapper json, List<String> columns, SequenceWriter rows) {
        this.json = json;
        this.columns = columns;
        this.rows = rows;
    }

    /** One with the names of its columns, and no row yet. */
    public static CsvTable begin(OutputStream out, List<String> columns, ObjectMapper json)
            throws IOException {
        SequenceWriter rows = ROWS.writeValues(out);
        rows.write(columns.toArray());
        return new CsvTable(json, columns, rows);
    }

    public void write(Object row) throws IOException {
        JsonNode values = json.valueToTree(row);
        rows.write(columns.stream().map(column -> cell(values.path(column))).toArray());
    }

    /** All that has been written is in the stream then. */
    public void flush() throws IOException {
        rows.flush();
    }

    private static Object cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NOTHING;
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.isEmpty() ? EMPTY_TEXT : text;
    }
}
