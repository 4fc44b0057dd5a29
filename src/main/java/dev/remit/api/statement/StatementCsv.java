package dev.remit.api.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.csv.Columns;
import dev.remit.api.csv.CsvTable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * A statement as a table: a line for the opening balance, one for each entry, and one for the
 * closing balance, without which it has been cut off.
 */
@Singleton
final class StatementCsv implements StatementForm {

    private static final MediaType TYPE =
            new MediaType("text", "csv", Map.of("charset", "utf-8", "header", "present"));

    private final ObjectMapper json;
    private final List<String> columns;

    StatementCsv(ObjectMapper json) {
        this.json = json;
        this.columns = Columns.of(StatementRow.class, json);
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
        CsvTable table = CsvTable.begin(out, columns, json);
        table.write(StatementRow.opening(statement));
        while (statement.entries().hasNext()) {
            table.write(StatementRow.of(statement, statement.entries().next()));
        }
        table.write(StatementRow.closing(statement));
        table.flush();
    }
}
