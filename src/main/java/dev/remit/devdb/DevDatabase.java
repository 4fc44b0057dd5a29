package dev.remit.devdb;

import dev.remit.database.DatabaseUrl;
import dev.remit.database.Heartbeat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The one development database of this process: started when it is first asked for, ended with the
 * process.
 *
 * <p>A live reload loads this class again, so what it knows is kept in system properties.
 */
public final class DevDatabase {

    /**
     * Not below {@code remit.}: system properties are configuration too, and unknown settings there
     * are mistakes.
     */
    private static final String RUNNING = "devdb.running.url";

    /** A person who waits longer than this wants to know that something happens. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration NODE_PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(DevDatabase.class);

    private DevDatabase() {}

    /**
     * The running database; starts the kind that the system property or environment variable
     * forces, else the best.
     */
    public static DatabaseUrl url() {
        return url(
                Optional.ofNullable(System.getProperty(Choice.SETTING))
                        .or(() -> Optional.ofNullable(System.getenv("REMIT_DEVDB")))
                        .filter(name -> !name.isBlank()));
    }

    /**
     * @param forced the name of a kind of database
     * @throws dev.remit.database.StartupFailure if it cannot be started
     */
    static DatabaseUrl url(Optional<String> forced) {
        // The string, unlike this class, is the same for all class loaders.
        synchronized (RUNNING.intern()) {
            String running = System.getProperty(RUNNING);
            if (running != null) {
                return DatabaseUrl.parse(running);
            }
            Choice choice = start(forced);
            LOG.info(choice);
            DatabaseUrl url = choice.server().url();
            String separator = url.jdbcUrl().contains("?") ? "&" : "?";
            System.setProperty(
                    RUNNING, url.jdbcUrl() + separator + "user=" + url.username().orElseThrow());
            return url;
        }
    }

    private static Choice start(Optional<String> forced) {
        Heartbeat heartbeat = Heartbeat.every(SILENCE, DevDatabase::stillStarting);
        try {
            return Choice.start(candidates(), forced);
        } finally {
            heartbeat.close();
        }
    }

    private static void stillStarting(Duration soFar) {
        LOG.infof("Still starting a development database (%d s so far).", soFar.toSeconds());
    }

    private static List<Candidate> candidates() {
        return List.of(
                new Candidate(
                        "container",
                        CockroachContainerServer.DESCRIPTION,
                        DevDatabase::startContainer),
                new Candidate(
                        "binary",
                        CockroachBinary.DESCRIPTION,
                        () ->
                                CockroachBinary.start(
                                        Optional.ofNullable(System.getenv("PATH")).orElse(""),
                                        NODE_PATIENCE)),
                new Candidate(
                        "embedded", EmbeddedPostgreSql.DESCRIPTION, EmbeddedPostgreSql::start));
    }

    private static DevServer startContainer() throws NotAvailable {
        Path home = Path.of(System.getProperty("user.home"));
        if (!ContainerEngine.answers(System.getenv(), home, ENGINE_PATIENCE)) {
            throw new NotAvailable(
                    "no container engine answers"
                            + ContainerEngine.podman(System.getenv(), home)
                                    .map(", but Podman may with DOCKER_HOST=unix://%s"::formatted)
                                    .orElse(""));
        }
        LOG.infof(
                "Starting %s; the first time, the engine downloads it.",
                CockroachContainerServer.IMAGE);
        return CockroachContainerServer.start();
    }
}
