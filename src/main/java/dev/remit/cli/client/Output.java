package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Standard output, in UTF-8 whatever the locale: names are, and JSON has to be. */
final class Output {

    private final PrintStream out;
    private final OptionalInt width;
    private final boolean json;

    /**
     * @param width of the terminal; empty if there is none
     */
    Output(PrintStream out, OptionalInt width, boolean json) {
        this.out = out;
        this.width = width;
        this.json = json;
    }

    /** It goes to somebody who does not listen any more, or to a disk that is full. */
    static final class Closed extends RuntimeException {

        private Closed() {
            super("Standard output takes nothing any more.", null, false, false);
        }
    }

    OptionalInt width() {
        return width;
    }

    boolean isJson() {
        return json;
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    void line(String line) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        if (out.checkError()) {
            throw new Closed();
        }
    }

    void json(JsonNode document) {
        line(document.toString());
    }
}
