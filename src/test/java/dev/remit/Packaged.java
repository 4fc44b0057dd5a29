package dev.remit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged program, a jar or a native binary, run as a user would run it: what it wrote, and
 * how it ended.
 */
public record Packaged(int status, List<String> out, List<String> err) {

    /** It lives for seconds: the second compiler would not be done before its end. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** To its end. */
    public static Packaged run(Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = builder(List.of(), environment, arguments);
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

    /**
     * @param javaOptions of its virtual machine, which is that of the tests; a native binary gets
     *     those about memory, because it knows no others
     * @param environment besides that of the tests, of which {@code DATABASE_URL} is left out.
     *     Unless it says otherwise, everybody is let in
     */
    public static ProcessBuilder builder(
            List<String> javaOptions, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(ClassArchive.OPTIONS);
        all.addAll(javaOptions);
        return builderWithoutArchive(all, environment, arguments);
    }

    static ProcessBuilder builderWithoutArchive(
            List<String> javaOptions, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(program().toString());
            javaOptions.stream().filter(option -> option.startsWith("-Xm")).forEach(command::add);
        } else {
            command.add(java());
            command.addAll(SHORT_LIVED);
            command.addAll(javaOptions);
            command.addAll(List.of("-jar", program().toString()));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DATABASE_URL");
        // In production nobody is let in unless it is said whom.
        builder.environment().put("REMIT_AUTH", "none");
        builder.environment().putAll(environment);
        return builder;
    }

    /** On loopback, for a service to listen on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The command of the virtual machine that the tests run in. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The file that is run. */
    public static Path program() {
        return Path.of(System.getProperty("remit.package"));
    }

    public static boolean isNative() {
        return !program().toString().endsWith(".jar");
    }
}
