package dev.remit.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A command line that was run without Quarkus: how it ended, and the lines that it wrote. */
public record CommandRun(int status, List<String> out, List<String> err) {

    public static CommandRun of(String... arguments) {
        return of(Map.of(), OptionalInt.empty(), arguments);
    }

    /**
     * @param environment nothing else is set
     * @param width of the terminal; empty if there is none
     */
    public static CommandRun of(
            Map<String, String> environment, OptionalInt width, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Arguments.of(stream(out), stream(err), environment::get, columns -> width)
                        .execute(arguments);
        return new CommandRun(status, lines(out), lines(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
