package dev.remit.devdb;

import dev.remit.database.DatabaseUrl;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An installed CockroachDB: one node, in memory, insecure, on loopback only. */
final class CockroachBinary implements DevServer {

    static final String DESCRIPTION = "CockroachDB from the PATH";

    private static final Duration POLL = Duration.ofMillis(50);

    private final Reaper reaper;
    private final DatabaseUrl url;

    private CockroachBinary(Reaper reaper, DatabaseUrl url) {
        this.reaper = reaper;
        this.url = url;
    }

    /**
     * @param searchPath folders, as in the environment variable PATH
     * @param patience for a machine that is busy compiling; the node needs a few seconds
     */
    static CockroachBinary start(String searchPath, Duration patience) throws NotAvailable {
        Path program =
                find(searchPath).orElseThrow(() -> new NotAvailable("no cockroach on the PATH"));
        Reaper reaper = Reaper.start("pid", "TERM");
        Path folder = reaper.folder();
        try {
            Process node = start(program, folder);
            return new CockroachBinary(reaper, awaitUrl(node, folder, patience));
        } catch (NotAvailable e) {
            reaper.close();
            throw e;
        } catch (IOException e) {
            reaper.close();
            throw new NotAvailable(program + " cannot be run (" + e.getMessage() + ")");
        }
    }

    private static Optional<Path> find(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "cockroach"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Process start(Path program, Path folder) throws IOException {
        List<String> command =
                List.of(
                        program.toString(),
                        "start-single-node",
                        "--insecure",
                        "--store=type=mem,size=1GiB",
                        "--listen-addr=127.0.0.1:0",
                        "--http-addr=127.0.0.1:0",
                        "--listening-url-file=" + folder.resolve("url"));
        var builder = new ProcessBuilder(command);
        // Heap profiles and the like go to the current folder.
        builder.directory(folder.toFile());
        builder.environment().put("COCKROACH_SKIP_ENABLING_DIAGNOSTIC_REPORTING", "true");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process node = builder.start();
        node.getOutputStream().close();
        Files.writeString(folder.resolve("pid"), node.pid() + "\n");
        return node;
    }

    /**
     * The node writes the file when it takes connections, first empty and then with its URL and a
     * line end.
     */
    private static DatabaseUrl awaitUrl(Process node, Path folder, Duration patience)
            throws IOException, NotAvailable {
        long end = System.nanoTime() + patience.toNanos();
        Path file = folder.resolve("url");
        try {
            while (!Files.exists(file) || Files.size(file) == 0) {
                if (node.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new NotAvailable(
                            "cockroach ended with status "
                                    + node.exitValue()
                                    + said(folder.resolve("log")));
                }
                if (System.nanoTime() > end) {
                    throw new NotAvailable(
                            "cockroach is not ready after "
                                    + patience.toSeconds()
                                    + " s"
                                    + said(folder.resolve("log")));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAvailable("the start was interrupted");
        }
        int port = URI.create(Files.readString(file).strip()).getPort();
        return DatabaseUrl.parse(
                "postgresql://root@127.0.0.1:" + port + "/defaultdb?sslmode=disable");
    }

    @Override
    public DatabaseUrl url() {
        return url;
    }

    @Override
    public void close() {
        reaper.close();
    }

    private static String said(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(String::strip)
                    .filter(
                            line ->
                                    line.startsWith("ERROR")
                                            || line.startsWith("Error")
                                            || line.startsWith("F"))
                    .findFirst()
                    .map(line -> " (" + line + ")")
                    .orElse("");
        }
    }
}
