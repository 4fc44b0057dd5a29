package dev.remit.bank;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server that crashes and starts again on the same data and port.
 *
 * <p>What it has committed outlives its processes, not the machine: a COMMIT is answered when its
 * log is with the operating system ({@code synchronous_commit}), which keeps it when the server is
 * gone. That it does not wait for the disk (the library turns {@code fsync} off) makes no
 * difference as long as the machine stays up.
 */
final class CrashingServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data;
    private EmbeddedPostgres server;
    private final int port;

    private CrashingServer(Path data) throws IOException {
        this.data = data;
        server = builder(data).start();
        port = server.getPort();
    }

    /** With its data in this folder, which does not exist yet. */
    static CrashingServer start(Path data) throws IOException {
        return new CrashingServer(data);
    }

    OwnDatabase database() {
        return new OwnDatabase("127.0.0.1", port, "postgres", "postgres");
    }

    /**
     * SIGQUIT, PostgreSQL's "immediate" shutdown: every process of the server exits on the spot,
     * and what it had in memory only is gone.
     */
    void crash() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).inheritIO().start().waitFor();
        // Without a command it has ended, even if nobody has asked for its status yet.
        await().atMost(PATIENCE)
                .until(
                        () ->
                                ProcessHandle.of(pid)
                                        .flatMap(process -> process.info().command())
                                        .isEmpty());
        // There is nothing left to be stopped, but the library's lock on the data is to be freed.
        server.close();
    }

    /** Recovers from its log, as after any crash. */
    void startAgain() throws IOException {
        server = builder(data).setPort(port).start();
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("default_transaction_isolation", "serializable")
                .setServerConfig("synchronous_commit", "on");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
