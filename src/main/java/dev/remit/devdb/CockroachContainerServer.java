package dev.remit.devdb;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.remit.database.DatabaseUrl;
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

    /** Tell every step at INFO. Held, because a logger that nobody holds forgets its level. */
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
        LIBRARY.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            var container = new CockroachContainer(IMAGE);
            if ("localhost".equals(DockerClientFactory.instance().dockerHostIpAddress())) {
                publishOnLoopbackOnly(container);
            }
            try {
                container.start();
                return new CockroachContainerServer(container);
            } catch (RuntimeException e) {
                container.stop();
                throw e;
            }
        } catch (RuntimeException e) {
            throw new NotAvailable("the container does not start (" + firstLine(e) + ")");
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

    private static String firstLine(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
