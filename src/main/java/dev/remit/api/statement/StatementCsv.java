package dev.remit.api.statement;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * A statement as RFC 4180 has tables: a line for the opening balance, one for each entry, and one
 * for the closing balance, without which it has been cut off.
 *
 * <p>Texts are written to the letter, also those that a spreadsheet takes for a formula: what is
 * put before them to prevent that would be in the books of whoever reads them with a program.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180: CSV</a>
 */
@Singleton
final class StatementCsv implements StatementForm {

    private static final MediaType TYPE =
            new MediaType("text", "csv", Map.of("charset", "utf-8", "header", "present"));

    private final ObjectWriter csv;

    StatementCsv() {
        CsvMapper mapper =
                CsvMapper.builder()
                        // So an empty text is not the same as none.
                        .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
                        .build();
        CsvSchema schema =
                mapper.schemaFor(StatementRow.class).withHeader().withLineSeparator("\r\n");
        csv =
                mapper.writerFor(StatementRow.class)
                        .with(schema)
                        // Otherwise each line is sent by itself.
                        .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                        // Otherwise the stream is closed after a failure, too.
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public MediaType type() {
        return TYPE;
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void write(StatementResponse statement, OutputStream out) throws IOException {
        try (SequenceWriter rows = csv.writeValues(out)) {
            rows.write(StatementRow.opening(statement));
            while (statement.entries().hasNext()) {
                rows.write(StatementRow.of(statement, statement.entries().next()));
            }
            rows.write(StatementRow.closing(statement));
        }
    }
}
