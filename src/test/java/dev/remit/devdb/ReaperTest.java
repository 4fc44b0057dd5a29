package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.CompiledClasses;
import dev.remit.Packaged;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaperTest {

    @TempDir Path reports;

    /** A process of its own that starts a server and waits to be killed. */
    static final class Victim {

        public static void main(String... arguments) throws Exception {
            var reaper = Reaper.start("pid", "TERM");
            // The folder is in the command line, as it is in a server's.
            var server =
                    new ProcessBuilder(
                                    "sh",
                                    "-c",
                                    "while :; do sleep 0.05; done",
                                    reaper.folder().toString())
                            .start();
            Files.writeString(reaper.folder().resolve("pid"), server.pid() + "\n");
            Path report = Path.of(arguments[0]);
            Path draft =
                    Files.writeString(
                            report.resolveSibling("draft"), server.pid() + "\n" + reaper.folder());
            Files.move(draft, report);
            Thread.currentThread().join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void endsTheServerHoweverTheProcessEnds(String signal) throws Exception {
        Path report = reports.resolve("report");
        Process victim =
                new ProcessBuilder(
                                List.of(
                                        Packaged.java(),
                                        "-cp",
                                        CompiledClasses.OF_THE_PROGRAM
                                                + File.pathSeparator
                                                + CompiledClasses.OF_THE_TESTS,
                                        Victim.class.getName(),
                                        report.toString()))
                        .inheritIO()
                        .start();
        await().until(() -> Files.exists(report) || !victim.isAlive());
        List<String> lines = Files.readAllLines(report);
        long server = Long.parseLong(lines.get(0));
        Path folder = Path.of(lines.get(1));
        assertThat(Processes.running(server)).isPresent();
        assertThat(folder).isDirectory();

        new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid())).start().waitFor();
        victim.waitFor();
        await().until(() -> Processes.running(server).isEmpty() && !Files.exists(folder));
    }

    @Test
    void doesNotEndAStrangerWhoHasTheServersProcessId() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            var reaper = Reaper.start("pid", "TERM");
            Files.writeString(reaper.folder().resolve("pid"), stranger.pid() + "\n");
            reaper.close();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(reaper.folder()).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
