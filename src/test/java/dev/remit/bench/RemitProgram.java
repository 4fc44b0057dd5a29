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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A packaged service on a database of its own, as processes on free ports of loopback. */
final class RemitProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final long END_SECONDS = 20;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final double KIB_PER_MIB = 1024;

    private final String name;
    private final Path program;
    private final BenchmarkDatabase database;
    private final BenchmarkOptions options;
    private final AtExit atExit;
    private final List<Instance> instances = new ArrayList<>();
    private int started;

    /**
     * @param name for the tables
     * @param program a jar or a native binary
     */
    RemitProgram(
            String name,
            Path program,
            BenchmarkDatabase database,
            BenchmarkOptions options,
            AtExit atExit) {
        this.name = name;
        this.program = program;
        this.database = database;
        this.options = options;
        this.atExit = atExit;
    }

    String name() {
        return name;
    }

    BenchmarkDatabase database() {
        return database;
    }

    /** Those that have been added. */
    List<Instance> instances() {
        return instances;
    }

    /** Another one, to stay until the end. */
    Instance add() throws InterruptedException {
        Instance instance = start();
        instances.add(instance);
        return instance;
    }

    /** Returns when the service is ready. */
    Instance start() throws InterruptedException {
        try {
            started++;
            Path log = options.work().resolve(name.replace(' ', '-') + "-" + started + ".log");
            int port = Packaged.freePort();
            ProcessBuilder builder = builder(port);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            long began = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            Process watch = AtExit.watch(process.pid());
            atExit.close(() -> end(process, watch));
            URI url = URI.create("http://127.0.0.1:" + port);
            awaitReady(process, url, began, log);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (!database.hasJournal()) {
                throw new IllegalStateException("the service uses another database: see " + log);
            }
            return new Instance(process, watch, url, seconds);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the service cannot be started: " + e.getMessage(), e);
        }
    }

    private ProcessBuilder builder(int port) {
        List<String> command = new ArrayList<>();
        if (program.toString().endsWith(".jar")) {
            command.add(Packaged.java());
            command.addAll(options.javaOptions());
            command.add("-jar");
        }
        command.add(program.toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(options.work().toFile());
        // Any of these would lead the service to another database than the benchmark's own.
        builder.environment().keySet().removeIf(each -> each.startsWith("QUARKUS_DATASOURCE_"));
        builder.environment().put("DATABASE_URL", database.databaseUrl());
        builder.environment().put("REMIT_AUTH", "none");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return builder;
    }

    private static void awaitReady(Process process, URI url, long began, Path log)
            throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, url)) {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the service ended while starting: see " + log);
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException(
                            "the service is not ready after %d s: see %s"
                                    .formatted(PATIENCE.toSeconds(), log));
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, URI url) throws InterruptedException {
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

    private static void end(Process process, Process watch) throws InterruptedException {
        watch.destroyForcibly();
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * One process of the service.
     *
     * @param startSeconds from the start of the process until it was ready
     */
    record Instance(Process process, Process watch, URI url, double startSeconds) {

        void end() throws InterruptedException {
            RemitProgram.end(process, watch);
        }

        /** Physical memory in MiB; NaN if it cannot be known, as on Windows. */
        double residentMemory() {
            Matcher kibibytes = NUMBER.matcher(resident());
            return kibibytes.find() ? Long.parseLong(kibibytes.group()) / KIB_PER_MIB : Double.NaN;
        }

        private String resident() {
            String pid = String.valueOf(process.pid());
            try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("");
            } catch (IOException e) {
                return Machine.output("ps", "-o", "rss=", "-p", pid);
            }
        }
    }
}
