package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** How rows are written. */
enum Format {
    /**
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
     */
    CSV("text/csv; charset=utf-8; header=present") {
        @Override
        RowWriter writer(ObjectMapper json, List<String> columns) {
            return new CsvWriter(json, columns);
        }
    },
    /** A JSON object a line, as the API would answer it. */
    NDJSON("application/x-ndjson") {
        @Override
        RowWriter writer(ObjectMapper json, List<String> columns) {
            return new NdjsonWriter(json);
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
    abstract RowWriter writer(ObjectMapper json, List<String> columns);
}
