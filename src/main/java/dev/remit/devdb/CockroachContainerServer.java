package dev.remit.devdb;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.remit.database.DatabaseUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.cockroachdb.CockroachContainer;

/** A single-node CockroachDB in a container; Testcontainers ends it with this process. */
final class CockroachContainerServer implements DevServer {

    /** The only place that names the image and its version. */
    static final String IMAGE = "cockroachdb/cockroach:v25.2.4";

    static final String DESCRIPTION = "CockroachDB in a container (" + IMAGE + ")";

    private static final int SQL_PORT = 26257;
    private static final int HTTP_PORT = 8080;

    private static final org.jboss.logging.Logger LOG =
            org.jboss.logging.Logger.getLogger(CockroachContainerServer.class);

    /**
     * Tell every step at INFO, and what went wrong with stack traces, though it is told in one line
     * why the container does not start. Held, because a logger that nobody holds forgets its level.
     */
    private static final List<Logger> LIBRARY =
            Stream.of("org.testcontainers", "tc", "com.github.dockerjava")
                    .map(Logger::getLogger)
                    .toList();

    private final CockroachContainer container;

    private CockroachContainerServer(CockroachContainer container) {
        this.container = container;
    }

    /** Call it only if an engine answers; the first time, the engine downloads the image. */
    static CockroachContainerServer start() throws NotAvailable {
        LIBRARY.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            CockroachContainer container =
                    container(DockerClientFactory.instance().dockerHostIpAddress());
            try {
                container.start();
                return new CockroachContainerServer(container);
            } catch (RuntimeException e) {
                stopWhatIsLeftOf(container);
                throw e;
            }
        } catch (RuntimeException e) {
            throw new NotAvailable("the container does not start (" + reason(e) + ")");
        }
    }

    /**
     * @param engine the address of the machine on which the container will run
     */
    static CockroachContainer container(String engine) {
        var container = new CockroachContainer(IMAGE);
        container.withEnv("COCKROACH_SKIP_ENABLING_DIAGNOSTIC_REPORTING", "true");
        if (isThisMachine(engine)) {
            publishOnLoopbackOnly(container);
        }
        return container;
    }

    private static boolean isThisMachine(String engine) {
        try {
            return InetAddress.getByName(engine).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** If even its helper could not be started, the library has nothing to stop it with. */
    private static void stopWhatIsLeftOf(CockroachContainer container) {
        try {
            container.stop();
        } catch (RuntimeException e) {
            LOG.debug("Nothing is left to be stopped", e);
        }
    }

    /**
     * Without it, an insecure database would be open to the network. An engine elsewhere has to
     * publish it.
     */
    private static void publishOnLoopbackOnly(CockroachContainer container) {
        container.withCreateContainerCmdModifier(
                command ->
                        command.getHostConfig()
                                .withPortBindings(
                                        Stream.of(SQL_PORT, HTTP_PORT)
                                                .map(
                                                        port ->
                                                                new PortBinding(
                                                                        Ports.Binding.bindIp(
                                                                                "127.0.0.1"),
                                                                        ExposedPort.tcp(port)))
                                                .toList()));
    }

    @Override
    public DatabaseUrl url() {
        return DatabaseUrl.parse(
                "postgresql://%s@%s:%d/%s?sslmode=disable"
                        .formatted(
                                container.getUsername(),
                                container.getHost(),
                                container.getMappedPort(SQL_PORT),
                                container.getDatabaseName()));
    }

    @Override
    public void close() {
        container.stop();
    }

    /** The innermost that was said, because what is around it says only that something failed. */
    static String reason(Throwable failed) {
        String said = "no reason given";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && !(cause instanceof NullPointerException)) {
                said = message.lines().findFirst().orElse(said);
            }
        }
        return said;
    }
}
