package dev.remit.audit;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.remit.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The packaged program, to be watched while it runs. It has as little memory as an audit of
 * millions needs.
 *
 * @param folder for what it writes
 */
record AuditProcess(Path folder) {

    /** Nothing is as slow as this; what hangs is to fail. */
    static final int PATIENCE_SECONDS = 120;

    record Run(int status, String out, String err) {}

    /** To its end. */
    Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(environment, arguments);
        if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It does not end: " + read("out") + read("err"));
        }
        return new Run(process.exitValue(), read("out"), read("err"));
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return Packaged.builder(List.of("-Xmx64m"), environment, arguments)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /**
     * What it has written so far.
     *
     * @param stream {@code out} or {@code err}
     */
    String read(String stream) throws IOException {
        return Files.readString(folder.resolve(stream)).replace(System.lineSeparator(), "\n");
    }
}
