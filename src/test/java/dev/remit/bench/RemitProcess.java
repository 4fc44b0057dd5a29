package dev.remit.bench;

import dev.remit.Packaged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, on a free port of loopback. */
final class RemitProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final long END_SECONDS = 20;

    /** $1: the process to end when this one is gone, however it went: its end closes the pipe. */
    private static final String WATCH = "trap '' HUP INT QUIT TERM; cat >/dev/null; kill \"$1\"";

    private final Process process;
    private final Process watch;
    private final URI url;
    private final Path log;
    private Duration startTime;

    private RemitProcess(Process process, Process watch, URI url, Path log) {
        this.process = process;
        this.watch = watch;
        this.url = url;
        this.log = log;
    }

    /**
     * Returns when the service is ready.
     *
     * @param name of this start, for its log
     */
    static RemitProcess start(
            String name, BenchmarkOptions options, BenchmarkDatabase database, AtExit atExit)
            throws BenchmarkFailed, InterruptedException {
        try {
            Path log = options.work().resolve(name + ".log");
            int port = Packaged.freePort();
            ProcessBuilder builder = builder(options, database, port);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            long began = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            RemitProcess service =
                    new RemitProcess(
                            process,
                            watch(process.pid()),
                            URI.create("http://127.0.0.1:" + port),
                            log);
            atExit.close(service);
            service.awaitReady(began);
            if (!database.hasJournal()) {
                service.close();
                throw new BenchmarkFailed("the service uses another database: see " + log);
            }
            return service;
        } catch (IOException | SQLException e) {
            throw new BenchmarkFailed("the service cannot be started: " + e.getMessage(), e);
        }
    }

    private static ProcessBuilder builder(
            BenchmarkOptions options, BenchmarkDatabase database, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.javaOptions());
        command.addAll(List.of("-jar", options.program().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(options.work().toFile());
        // Any of these would lead the service to another database than the benchmark's own.
        builder.environment().keySet().removeIf(each -> each.startsWith("QUARKUS_DATASOURCE_"));
        builder.environment().put("DATABASE_URL", database.databaseUrl());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return builder;
    }

    private static Process watch(long pid) throws IOException {
        return new ProcessBuilder("sh", "-c", WATCH, "remit-bench-watch", String.valueOf(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitReady(long began) throws BenchmarkFailed, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new BenchmarkFailed("the service ended while starting: see " + log);
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new BenchmarkFailed(
                            "the service is not ready after %d s: see %s"
                                    .formatted(PATIENCE.toSeconds(), log));
                }
            }
        }
        startTime = Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    Path log() {
        return log;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** From the start of the process until it was ready, migration of the schema included. */
    Duration startTime() {
        return startTime;
    }

    @Override
    public void close() {
        watch.destroyForcibly();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the folder for logs, and refuses to go on without the program. */
    static void prepare(BenchmarkOptions options) throws BenchmarkFailed {
        if (!Files.isRegularFile(options.program())) {
            throw new BenchmarkFailed(
                    options.program() + " is not there: the benchmark runs after package");
        }
        try {
            Files.createDirectories(options.work());
        } catch (IOException e) {
            throw new BenchmarkFailed("no folder for logs: " + e.getMessage(), e);
        }
    }
}
