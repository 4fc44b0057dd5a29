package dev.remit.api.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;

/** A statement as everything else is answered. */
@Singleton
final class StatementJson implements StatementForm {

    private final ObjectWriter json;

    StatementJson(ObjectMapper json) {
        this.json = json.writerFor(StatementResponse.class);
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    @Override
    public String extension() {
        return null;
    }

    @Override
    public void write(StatementResponse statement, OutputStream out) throws IOException {
        json.writeValue(out, statement);
    }
}
