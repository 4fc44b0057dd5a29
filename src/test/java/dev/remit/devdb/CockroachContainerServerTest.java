package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HostConfig;
import dev.remit.CompiledClasses;
import dev.remit.Packaged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.cockroachdb.CockroachContainer;
import org.testcontainers.shaded.com.github.dockerjava.core.command.CreateContainerCmdImpl;

class CockroachContainerServerTest {

    @TempDir Path folder;

    /** A process of its own, because the library looks for an engine once in a process. */
    static final class Starter {

        public static void main(String... arguments) {
            try {
                CockroachContainerServer.start();
            } catch (NotAvailable e) {
                System.out.println(e.getMessage());
            }
            System.exit(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.1.1", "::1"})
    void anEngineOnThisMachinePublishesItOnLoopbackOnly(String engine) {
        assertThat(published(engine))
                .containsExactlyInAnyOrder("127.0.0.1:26257", "127.0.0.1:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "host.invalid"})
    void anEngineElsewhereHasToPublishItForOthers(String engine) {
        assertThat(published(engine)).isEmpty();
    }

    @Test
    void reportsNothingToItsMaker() {
        assertThat(CockroachContainerServer.container("localhost").getEnvMap())
                .containsEntry("COCKROACH_SKIP_ENABLING_DIAGNOSTIC_REPORTING", "true");
    }

    @Test
    void theReasonIsTheInnermostThatWasSaid() {
        var said = new IllegalStateException("no such image\n");
        assertThat(CockroachContainerServer.reason(new IllegalStateException("failed", said)))
                .isEqualTo("no such image");
        assertThat(
                        CockroachContainerServer.reason(
                                new IllegalStateException("failed", new NullPointerException("x"))))
                .isEqualTo("failed");
        assertThat(CockroachContainerServer.reason(new IllegalStateException()))
                .isEqualTo("no reason given");
    }

    @Test
    void anEngineThatCannotGetTheHelperIsSaidToInOneLine() throws Exception {
        assumeThat(CompiledClasses.areOnTheClassPath())
                .as("a process can be started with the libraries of the tests")
                .isTrue();
        try (var engine = new EngineWithoutImages()) {
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            ProcessBuilder starter =
                    new ProcessBuilder(
                            List.of(
                                    Packaged.java(),
                                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                    "-Duser.home=" + folder,
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Starter.class.getName()));
            starter.environment().put("DOCKER_HOST", engine.address());
            starter.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();

            assertThat(Files.readAllLines(out))
                    .singleElement()
                    .asString()
                    .startsWith("the container does not start (")
                    .contains(EngineWithoutImages.REASON);
            assertThat(Files.readString(err)).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    private static List<String> published(String engine) {
        CockroachContainer container = CockroachContainerServer.container(engine);
        CreateContainerCmd command =
                new CreateContainerCmdImpl(created -> null, null, CockroachContainerServer.IMAGE)
                        .withHostConfig(new HostConfig());
        container.getCreateContainerCmdModifiers().forEach(modifier -> modifier.modify(command));
        var ports = command.getHostConfig().getPortBindings();
        return ports == null
                ? List.of()
                : ports.getBindings().entrySet().stream()
                        .map(each -> each.getValue()[0].getHostIp() + ":" + each.getKey().getPort())
                        .toList();
    }
}
