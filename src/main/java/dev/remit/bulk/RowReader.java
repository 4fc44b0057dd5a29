package dev.remit.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.api.BatchValidator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a file. What they are, the first one that can be read says, unless it is said.
 */
final class RowReader {

    private final RawRowReader raw;
    private final ObjectMapper json;
    private final BatchValidator validator;
    private final RowParser parser;
    private Table table;

    /**
     * @param content null if the file is to say it
     * @throws ImportFailed if the header is wrong
     */
    RowReader(
            InputStream in,
            FileFormat format,
            FileContent content,
            ObjectMapper json,
            BatchValidator validator)
            throws IOException, ImportFailed {
        this.json = json;
        this.validator = validator;
        this.raw = new RawRowReader(in, format == FileFormat.CSV);
        this.table = content == null ? null : Table.of(content, json, validator);
        this.parser =
                switch (format) {
                    case CSV -> csvParser();
                    case NDJSON -> new NdjsonParser(json);
                };
    }

    private RowParser csvParser() throws IOException, ImportFailed {
        RawRow header = nextRaw();
        if (header == null) {
            throw new ImportFailed("The file is empty, and has not even a header.");
        }
        try {
            List<String> columns = CsvParser.columns(header);
            if (table == null) {
                table = Table.of(FileContent.of(columns), json, validator);
            }
            return CsvParser.of(json, table, columns);
        } catch (RowRefused e) {
            throw new ImportFailed("The header in line " + header.line() + ": " + e.getMessage());
        }
    }

    /** The next ones, so many at most; none at the end of the file. */
    List<Row> next(int most) throws IOException {
        List<Row> rows = new ArrayList<>(most);
        while (rows.size() < most) {
            RawRow row = nextRaw();
            if (row == null) {
                break;
            }
            rows.add(row(row));
        }
        return rows;
    }

    private Row row(RawRow row) {
        try {
            ObjectNode fields = parser.parse(row);
            Table.checkId(fields);
            if (table == null) {
                List<String> names = new ArrayList<>();
                fields.fieldNames().forEachRemaining(names::add);
                table = Table.of(FileContent.of(names), json, validator);
            }
            return new Row(row.line(), table.command(fields), null);
        } catch (RowRefused e) {
            return new Row(row.line(), null, e.getMessage());
        }
    }

    /** Blank lines are nothing. */
    private RawRow nextRaw() throws IOException {
        RawRow row = raw.next();
        while (row != null && row.isBlank()) {
            row = raw.next();
        }
        return row;
    }
}
