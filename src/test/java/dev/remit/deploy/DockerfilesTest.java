package dev.remit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.deploy.Dockerfile.Instruction;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the images can be known without building them. */
class DockerfilesTest {

    private static final String NATIVE = "Dockerfile.native";
    private static final String JVM = "src/main/docker/Dockerfile.jvm";

    private static final Set<String> INSTRUCTIONS =
            Set.of(
                    "ARG",
                    "FROM",
                    "USER",
                    "RUN",
                    "ENV",
                    "WORKDIR",
                    "COPY",
                    "LABEL",
                    "EXPOSE",
                    "STOPSIGNAL",
                    "HEALTHCHECK",
                    "ENTRYPOINT");

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void everyInstructionIsOne(String file) {
        assertThat(Dockerfile.read(Path.of(file)).instructions())
                .extracting(Instruction::name)
                .isSubsetOf(INSTRUCTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void whatIsCopiedIsThereAndReachesTheEngine(String file) throws IOException {
        Dockerfile dockerfile = Dockerfile.read(Path.of(file));
        for (Instruction copy : dockerfile.all("COPY")) {
            if (copy.flag("from") != null) {
                assertThat(dockerfile.stages()).contains(copy.flag("from"));
                continue;
            }
            List<String> sources = copy.words().subList(0, copy.words().size() - 1);
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(
                            source -> {
                                assertThat(Path.of(source)).exists();
                                assertThat(isIgnored(source)).as(source).isFalse();
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".git/config",
                "target/remit-runner",
                "src/test/java/dev/remit/Packaged.java",
                "docs/history.md",
                "src/main/docker/Dockerfile.jvm",
                "certs/client.root.key",
                "compose.yaml"
            })
    void whatNoImageIsBuiltFromDoesNotReachTheEngine(String file) throws IOException {
        assertThat(isIgnored(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void itDoesNotRunAsRoot(String file) {
        assertThat(Dockerfile.read(Path.of(file)).lastStage().last("USER").rest())
                .isEqualTo("1001");
    }

    /** Process 1 is the program itself, which gets SIGTERM, and options can be added. */
    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void theProgramIsRunWithoutAShell(String file) {
        Dockerfile stage = Dockerfile.read(Path.of(file)).lastStage();

        assertThat(stage.last("ENTRYPOINT").exec())
                .contains("-Duser.home=" + stage.last("WORKDIR").rest())
                // It would win over QUARKUS_HTTP_HOST.
                .noneMatch(argument -> argument.startsWith("-Dquarkus."));
        assertThat(stage.last("STOPSIGNAL").rest()).isEqualTo("SIGTERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void itsHealthIsAskedWithoutAShell(String file) {
        Dockerfile stage = Dockerfile.read(Path.of(file)).lastStage();
        Instruction check = stage.last("HEALTHCHECK");

        assertThat(check.rest()).startsWith("CMD ");
        assertThat(new Instruction("CMD", List.of(), check.rest().substring(4)).exec())
                .startsWith(stage.last("ENTRYPOINT").exec().getFirst())
                .endsWith("health");
        assertThat(check.flag("timeout")).isEqualTo("5s");
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void everyImageHasAVersion(String file) {
        assertThat(Dockerfile.read(Path.of(file)).images())
                .isNotEmpty()
                .allSatisfy(
                        image ->
                                assertThat(image)
                                        .matches("[\\w./-]+:[\\w.-]*\\d[\\w.-]*(@sha256:\\w+)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void theImageTellsWhatItIs(String file) {
        String labels = Dockerfile.read(Path.of(file)).lastStage().last("LABEL").rest();

        assertThat(List.of("title", "description", "licenses", "version", "revision", "created"))
                .allSatisfy(
                        label ->
                                assertThat(labels)
                                        .contains("org.opencontainers.image." + label + "="));
    }

    @ParameterizedTest
    @ValueSource(strings = {NATIVE, JVM})
    void mavenKeepsWhatItHasDownloaded(String file) {
        assertThat(Dockerfile.read(Path.of(file)).all("RUN"))
                .filteredOn(run -> run.rest().contains("./mvnw"))
                .singleElement()
                .satisfies(
                        run ->
                                assertThat(run.flag("mount"))
                                        .startsWith("type=cache,target=")
                                        .contains("/.m2"));
    }

    @Test
    void theSmallImageRunsNothingWhileItIsBuilt() {
        assertThat(Dockerfile.read(Path.of(NATIVE)).lastStage().all("RUN")).isEmpty();
    }

    /** A cache is of use to the collector only for which it was made. */
    @Test
    void theCacheIsMadeWithTheCollectorThatItIsUsedWith() {
        Dockerfile jvm = Dockerfile.read(Path.of(JVM));
        List<String> training = jvm.last("RUN").exec();
        List<String> use = jvm.last("ENTRYPOINT").exec();

        assertThat(training).contains("-XX:+UseG1GC", "/tmp/app.aot");
        assertThat(use).contains("-XX:+UseG1GC", "-XX:AOTCache=app.aot");
        assertThat(jvm.lastStage().all("COPY"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.rest()).isEqualTo("/tmp/app.aot ./"));
    }

    /** Other programs read what a command prints. */
    @Test
    void whatTheJvmWarnsOfGoesToStandardError() {
        assertThat(Dockerfile.read(Path.of(JVM)).last("ENTRYPOINT").exec())
                .containsSubsequence("-Xlog:disable", "-Xlog:all=warning:stderr", "-jar");
    }

    /** The last rule that fits the file, or a folder that it is in, decides. */
    private static boolean isIgnored(String file) throws IOException {
        boolean ignored = false;
        for (String line : Files.readAllLines(Path.of(".dockerignore"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                boolean exception = line.startsWith("!");
                var pattern =
                        FileSystems.getDefault()
                                .getPathMatcher("glob:" + (exception ? line.substring(1) : line));
                for (Path path = Path.of(file); path != null; path = path.getParent()) {
                    if (pattern.matches(path)) {
                        ignored = !exception;
                    }
                }
            }
        }
        return ignored;
    }
}
