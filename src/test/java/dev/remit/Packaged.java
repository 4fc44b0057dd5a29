package dev.remit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program, run to its end as a user would run it. */
public record Packaged(int status, List<String> out, List<String> err) {

    /**
     * @param environment besides that of the tests, of which {@code DATABASE_URL} is left out
     */
    public static Packaged run(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-jar",
                                System.getProperty("remit.package")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(environment);
        try {
            // Files, because a pipe that nobody reads would stop the program.
            Path out = Files.createTempFile("remit-test", ".out");
            Path err = Files.createTempFile("remit-test", ".err");
            try {
                int status =
                        builder.redirectOutput(out.toFile())
                                .redirectError(err.toFile())
                                .start()
                                .waitFor();
                return new Packaged(status, Files.readAllLines(out), Files.readAllLines(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
