package dev.remit.devdb;

import dev.remit.database.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A PostgreSQL that comes out of a jar: what runs where nothing but a JDK is installed. */
final class EmbeddedPostgreSql implements DevServer {

    static final String DESCRIPTION = "embedded PostgreSQL 18";

    /** PostgreSQL's "fast" shutdown: it does not wait for clients. */
    private static final String FAST_SHUTDOWN = "INT";

    /** Where the library keeps binaries, and looks for data that an earlier process left. */
    private static final String WORKING_FOLDER = "ot.epg.working-dir";

    /** Tells every step at INFO. Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    /** A machine that is busy compiling needs more than the library's 10 seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Reaper reaper;
    private final int port;

    private EmbeddedPostgreSql(Reaper reaper, int port) {
        this.reaper = reaper;
        this.port = port;
    }

    static EmbeddedPostgreSql start() throws NotAvailable {
        Reaper reaper = Reaper.start("data/postmaster.pid", FAST_SHUTDOWN);
        Path log = reaper.folder().resolve("log");
        try {
            return new EmbeddedPostgreSql(reaper, start(reaper.folder(), log));
        } catch (IOException | RuntimeException | LinkageError e) {
            var reason =
                    new NotAvailable(
                            "it does not start"
                                    + lastError(log).orElse(" (" + e.getMessage() + ")"));
            reaper.close();
            throw reason;
        }
    }

    /** Returns the port. */
    private static int start(Path folder, Path log) throws IOException {
        LIBRARY.setLevel(Level.WARNING);
        // The library's builder reads it once, here; otherwise it would leave a folder of its own
        // behind.
        System.setProperty(WORKING_FOLDER, folder.toString());
        EmbeddedPostgres.Builder builder;
        try {
            builder = EmbeddedPostgres.builder();
        } finally {
            System.clearProperty(WORKING_FOLDER);
        }
        return builder.setOverrideWorkingDirectory(folder.toFile())
                .setPgBinaryResolver(new OwnBinaries())
                .setDataDirectory(folder.resolve("data"))
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("default_transaction_isolation", "serializable")
                // Nothing has to outlive the machine (the library passes -F: no fsync). But what
                // was acknowledged has
                // to outlive a server that is stopped hard, as tests do; the library's default
                // would lose it.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "off")
                .start()
                .getPort();
    }

    /**
     * The library shares unpacked binaries among servers whose resolver is the same object. Each
     * has one of its own, which a lambda that needs nothing would not be: no other server's end
     * takes the binaries away.
     */
    private static final class OwnBinaries implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String hardware) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
        }
    }

    @Override
    public DatabaseUrl url() {
        return DatabaseUrl.parse("postgresql://postgres@127.0.0.1:" + port + "/postgres");
    }

    Path dataFolder() {
        return reaper.folder().resolve("data");
    }

    /**
     * The program that stops and starts the server on its data, with the port and options of the
     * last start.
     */
    Path pgCtl() throws IOException {
        try (Stream<Path> unpacked = Files.list(reaper.folder())) {
            return unpacked.filter(path -> path.getFileName().toString().startsWith("PG-"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("bin/pg_ctl");
        }
    }

    @Override
    public void close() {
        reaper.close();
    }

    private static Optional<String> lastError(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.matches(".*(?i:error|fatal|could not|cannot).*"))
                    .reduce((earlier, later) -> later)
                    .map(line -> " (" + line.strip() + ")");
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
