package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON object a line. */
record NdjsonWriter(ObjectMapper json) implements RowWriter {

    @Override
    public void begin(OutputStream out) {}

    @Override
    public void write(Object row, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(row));
        out.write('\n');
    }
}
