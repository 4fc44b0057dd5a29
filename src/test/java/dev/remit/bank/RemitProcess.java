package dev.remit.bank;

import static org.awaitility.Awaitility.await;

import dev.remit.Packaged;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, which a test may kill. */
public final class RemitProcess implements AutoCloseable {

    /** The status of the program's own end, and of a JVM that was ended by SIGTERM. */
    public static final Set<Integer> ORDERLY = Set.of(0, 143);

    /** A busy machine, and a database that is recovering. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final URI service;

    private RemitProcess(Process process, URI service) {
        this.process = process;
        this.service = service;
    }

    /** Loopback only. It goes on starting when this returns: see {@link #awaitReady()}. */
    public static RemitProcess start(OwnDatabase database, int port) throws IOException {
        return start(database, port, Map.of());
    }

    /**
     * @param environment besides what names the database and the port
     */
    public static RemitProcess start(
            OwnDatabase database, int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = builder(database.serviceUrl(), port);
        builder.environment().putAll(environment);
        return start(builder, port);
    }

    /**
     * @param builder as {@link #builder(String, int)} makes it
     */
    public static RemitProcess start(ProcessBuilder builder, int port) throws IOException {
        return start(builder, port, Path.of("target", "remit-processes.log"));
    }

    /**
     * @param log what it writes is added there
     */
    public static RemitProcess start(ProcessBuilder builder, int port, Path log)
            throws IOException {
        builder.redirectOutput(Redirect.appendTo(log.toFile()));
        return new RemitProcess(builder.start(), service(port));
    }

    /**
     * @param databaseUrl as {@code DATABASE_URL} takes it
     */
    public static ProcessBuilder builder(String databaseUrl, int port) {
        return Packaged.builder(
                        List.of("-Xmx256m"),
                        Map.of(
                                "DATABASE_URL",
                                databaseUrl,
                                "QUARKUS_HTTP_HOST",
                                "127.0.0.1",
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port)))
                .redirectErrorStream(true);
    }

    public static URI service(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it answers. */
    public URI service() {
        return service;
    }

    public RemitProcess awaitReady() {
        try (RemitClient client = new RemitClient(service)) {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .failFast("the service has ended", () -> !process.isAlive())
                    .until(() -> client.get("/q/health/ready").status() == 200);
        }
        return this;
    }

    /** SIGKILL: it has no time for a last word. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * @param name without SIG
     */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** SIGTERM: it ends in order, and by itself. Returns its status. */
    public int terminate() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** Whether it ends by itself by then. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    @Override
    public void close() {
        kill();
    }
}
