package dev.remit.devdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path home;

    @Test
    void answersOnAUnixSocket() throws Exception {
        Path socket = home.resolve("docker.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread engine = Thread.startVirtualThread(() -> answerOne(server));
            assertThat(answers("unix://" + socket, PATIENCE)).isTrue();
            engine.join();
        }
    }

    @Test
    void answersOnAPort() throws Exception {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread engine = Thread.startVirtualThread(() -> answerOne(server));
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            assertThat(answers("tcp://127.0.0.1:" + port, PATIENCE)).isTrue();
            engine.join();
        }
    }

    @Test
    void oneThatAcceptsAndIsSilentDoesNotAnswer() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(answers("tcp://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(200)))
                    .isFalse();
        }
    }

    @Test
    void aSocketThatNobodyListensToDoesNotAnswer() throws Exception {
        Path socket = home.resolve("docker.sock");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(answers("unix://" + socket, PATIENCE)).isFalse();
    }

    @Test
    void aHostThatDoesNotExistDoesNotAnswer() {
        assertThat(answers("tcp://host.invalid:2375", PATIENCE)).isFalse();
    }

    @Test
    void aHostThatIsNoAddressDoesNotAnswer() {
        assertThat(answers("npipe:////./pipe/docker_engine", PATIENCE)).isFalse();
        assertThat(answers("not an address", PATIENCE)).isFalse();
    }

    @Test
    void isLookedForWhereRootlessEnginesAndDockerDesktopListen() throws Exception {
        Path run = Files.createDirectories(home.resolve("run"));
        Path rootless = Files.createFile(run.resolve("docker.sock"));
        Path desktop =
                Files.createFile(
                        Files.createDirectories(home.resolve(".docker/run"))
                                .resolve("docker.sock"));
        assertThat(ContainerEngine.addresses(Map.of("XDG_RUNTIME_DIR", run.toString()), home))
                .containsSubsequence(
                        UnixDomainSocketAddress.of(rootless), UnixDomainSocketAddress.of(desktop));
    }

    @Test
    void isLookedForWhereTheUserHasToldTestcontainers() throws Exception {
        Files.writeString(
                home.resolve(".testcontainers.properties"),
                "testcontainers.reuse.enable=false\ndocker.host=tcp\\://127.0.0.1\\:2376\n");
        assertThat(ContainerEngine.addresses(Map.of(), home))
                .containsExactly(new InetSocketAddress("127.0.0.1", 2376));
        assertThat(ContainerEngine.addresses(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), home))
                .containsExactly(new InetSocketAddress("127.0.0.1", 1));
    }

    @Test
    void settingsThatCannotBeReadAreNone() throws Exception {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=\\u00zz");
        assertThat(ContainerEngine.addresses(Map.of(), home))
                .isEqualTo(ContainerEngine.addresses(Map.of(), home.resolve("nobody")));
    }

    @Test
    void podmansOwnSocketIsFoundForTheReason() throws Exception {
        Path folder = Files.createDirectories(home.resolve("run/podman"));
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString());
        assertThat(ContainerEngine.podman(environment, home))
                .isNotEqualTo(Optional.of(folder.resolve("podman.sock")));

        Path socket = Files.createFile(folder.resolve("podman.sock"));
        assertThat(ContainerEngine.podman(environment, home)).contains(socket);
    }

    private boolean answers(String dockerHost, Duration patience) {
        return ContainerEngine.answers(Map.of("DOCKER_HOST", dockerHost), home, patience);
    }

    private static void answerOne(ServerSocketChannel server) {
        try (var client = server.accept()) {
            client.read(ByteBuffer.allocate(1024));
            client.write(
                    ByteBuffer.wrap(
                            "HTTP/1.1 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
