package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell scripts in the place of CockroachDB, which record how they are run. */
class CockroachBinaryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Records the process, the folder and the arguments, and sets $url to the file that is asked
     * for.
     */
    private static final String RECORD =
            """
            #!/bin/sh
            here=$(dirname "$0")
            echo $$ >"$here/pid"
            pwd >"$here/folder"
            echo "$COCKROACH_SKIP_ENABLING_DIAGNOSTIC_REPORTING $*" >"$here/arguments"
            for argument; do
                case "$argument" in --listening-url-file=*) url=${argument#*=} ;; esac
            done
            """;

    private static final String PUBLISH_URL =
            "echo 'postgresql://root@127.0.0.1:4321/defaultdb?sslmode=disable' >\"$url\"\n";

    /** Not one long sleep: that would be a process of its own, and outlive the script. */
    private static final String SERVE = "while :; do sleep 0.05; done\n";

    @TempDir Path bin;

    @TempDir Path elsewhere;

    private String searchPath;

    @BeforeEach
    void putOnThePath() {
        searchPath = elsewhere + File.pathSeparator + bin;
    }

    @Test
    void startsOneInsecureNodeInMemoryOnLoopbackOnly() throws Exception {
        install(RECORD + PUBLISH_URL + SERVE);
        Path folder;
        try (var server = CockroachBinary.start(searchPath, PATIENCE)) {
            folder = recordedFolder();
            assertThat(recorded("arguments"))
                    .isEqualTo(
                            "true start-single-node --insecure --store=type=mem,size=1GiB --listen-addr=127.0.0.1:0"
                                    + " --http-addr=127.0.0.1:0 --listening-url-file="
                                    + folder
                                    + "/url");
            assertThat(server.url().jdbcUrl())
                    .isEqualTo("jdbc:postgresql://127.0.0.1:4321/defaultdb?sslmode=disable");
            assertThat(server.url().username()).contains("root");
            assertThat(node()).isPresent();
        }
        assertThat(node()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void killsANodeThatDoesNotEnd() throws Exception {
        install(RECORD + "trap 'echo asked >\"$here/asked\"' TERM\n" + PUBLISH_URL + SERVE);
        var server = CockroachBinary.start(searchPath, PATIENCE);
        Path folder = recordedFolder();
        server.close();
        assertThat(recorded("asked")).isEqualTo("asked");
        assertThat(node()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    /** A live reload forgets the server; it is not to end before the process does. */
    @Test
    void outlivesGarbageCollection() throws Exception {
        install(RECORD + PUBLISH_URL + SERVE);
        var server = new WeakReference<>(CockroachBinary.start(searchPath, PATIENCE));
        await().until(
                        () -> {
                            System.gc();
                            return server.get() == null;
                        });
        await().during(Duration.ofMillis(500)).until(() -> node().isPresent());
        assertThat(reaperOf(recordedFolder())).isPresent();

        // Nobody can close it now; what is left ends with the process that runs the tests.
        node().orElseThrow().destroyForcibly();
    }

    @Test
    void aNodeThatEndsIsReportedWithItsReason() throws Exception {
        install(RECORD + "echo '* ERROR: ignored'\necho 'ERROR: cannot listen'\nexit 7\n");
        assertThatThrownBy(() -> CockroachBinary.start(searchPath, PATIENCE))
                .isInstanceOf(NotAvailable.class)
                .hasMessage("cockroach ended with status 7 (ERROR: cannot listen)");
        assertThat(recordedFolder()).doesNotExist();
    }

    @Test
    void aNodeThatIsNeverReadyIsEnded() throws Exception {
        install(RECORD + SERVE);
        assertThatThrownBy(() -> CockroachBinary.start(searchPath, Duration.ofSeconds(1)))
                .isInstanceOf(NotAvailable.class)
                .hasMessage("cockroach is not ready after 1 s");
        assertThat(node()).isEmpty();
        assertThat(recordedFolder()).doesNotExist();
    }

    @Test
    void aFileThatIsNoProgramIsReported() throws Exception {
        install("no program\n");
        Files.writeString(bin.resolve("cockroach"), "#!/no/such/interpreter\n");
        assertThatThrownBy(() -> CockroachBinary.start(searchPath, PATIENCE))
                .isInstanceOf(NotAvailable.class)
                .hasMessageStartingWith(bin.resolve("cockroach") + " cannot be run (");
    }

    @Test
    void whereThereIsNoneThatIsTheReason() throws Exception {
        Files.writeString(bin.resolve("cockroach"), "not executable");
        assertThatThrownBy(() -> CockroachBinary.start(searchPath, PATIENCE))
                .isInstanceOf(NotAvailable.class)
                .hasMessage("no cockroach on the PATH");
    }

    private void install(String script) throws IOException {
        Path program = Files.writeString(bin.resolve("cockroach"), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String recorded(String file) throws IOException {
        return Files.readString(bin.resolve(file)).strip();
    }

    private Path recordedFolder() throws IOException {
        return Path.of(recorded("folder"));
    }

    private static Optional<ProcessHandle> reaperOf(Path folder) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
                .findAny();
    }

    private Optional<ProcessHandle> node() throws IOException {
        return Processes.running(Long.parseLong(recorded("pid")));
    }
}
