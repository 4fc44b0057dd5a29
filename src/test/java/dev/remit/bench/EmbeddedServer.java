package dev.remit.bench;

import dev.remit.database.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL of the benchmark's own. The development database is not the one to measure: it does
 * not wait for the disk, which a database that holds money has to do at every commit.
 */
final class EmbeddedServer {

    /** Where the library keeps binaries and data, and looks for data that an earlier run left. */
    private static final String WORKING_FOLDER = "ot.epg.working-dir";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Tells every step at INFO. Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    private EmbeddedServer() {}

    /**
     * @param work folder for binaries, data and log
     * @param fsync whether it is on; if not, a commit is as safe as the memory of the machine
     */
    static DatabaseUrl start(Path work, boolean fsync, AtExit atExit) {
        LIBRARY.setLevel(Level.WARNING);
        System.setProperty(WORKING_FOLDER, work.toString());
        String setting = fsync ? "on" : "off";
        Redirect log = Redirect.to(work.resolve("postgresql-fsync-" + setting + ".log").toFile());
        try {
            Path data = Files.createTempDirectory(work, "postgresql-");
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(PATIENCE)
                            .setOutputRedirector(log)
                            .setErrorRedirector(log)
                            .setLocaleConfig("locale", "C")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("default_transaction_isolation", "serializable")
                            // The library turns all of them off if nothing is said.
                            .setServerConfig("fsync", setting)
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", setting)
                            .start();
            long pid =
                    Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
            Process watch = AtExit.watch(pid);
            atExit.close(
                    () -> {
                        watch.destroyForcibly();
                        server.close();
                    });
            return DatabaseUrl.parse(
                    "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres");
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }
}
