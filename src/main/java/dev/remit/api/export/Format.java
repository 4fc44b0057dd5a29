package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.csv.CsvTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How rows are written. */
enum Format {
    CSV("text/csv; charset=utf-8; header=present") {
        @Override
        RowWriter begin(OutputStream out, List<String> columns, ObjectMapper json)
                throws IOException {
            return new CsvRows(CsvTable.begin(out, columns, json));
        }
    },
    NDJSON("application/x-ndjson") {
        @Override
        RowWriter begin(OutputStream out, List<String> columns, ObjectMapper json) {
            return new NdjsonRows(out, json);
        }
    };

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * @param columns in order, where there are columns
     */
    abstract RowWriter begin(OutputStream out, List<String> columns, ObjectMapper json)
            throws IOException;

    private record CsvRows(CsvTable table) implements RowWriter {

        @Override
        public void write(Object row) throws IOException {
            table.write(row);
        }

        @Override
        public void end() throws IOException {
            table.flush();
        }
    }

    /** A JSON object a line, as the API would answer it. */
    private record NdjsonRows(OutputStream out, ObjectMapper json) implements RowWriter {

        @Override
        public void write(Object row) throws IOException {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        }

        @Override
        public void end() {}
    }
}
