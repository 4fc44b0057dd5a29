package dev.remit.devdb;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Finds out whether a container engine answers, in a moment and without a word: Testcontainers
 * takes seconds and several warnings to find that none does.
 */
final class ContainerEngine {

    private static final byte[] PING =
            "GET /_ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** The Docker Engine API's port. */
    private static final int DEFAULT_PORT = 2375;

    private ContainerEngine() {}

    /**
     * Whether one answers at an address where Testcontainers would look for it.
     *
     * @param patience for each address
     */
    static boolean answers(Map<String, String> environment, Path home, Duration patience) {
        return addresses(environment, home).stream()
                .anyMatch(address -> answers(address, patience));
    }

    static List<SocketAddress> addresses(Map<String, String> environment, Path home) {
        String host = environment.getOrDefault("DOCKER_HOST", "").strip();
        if (host.isEmpty()) {
            host = settings(home).getProperty("docker.host", "").strip();
        }
        if (!host.isEmpty()) {
            return address(host).map(List::of).orElse(List.of());
        }
        List<Path> files = new ArrayList<>();
        files.add(Path.of("/var/run/docker.sock"));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            files.add(Path.of(runtime, "docker.sock"));
        }
        runtimeFolder(home).map(folder -> folder.resolve("docker.sock")).ifPresent(files::add);
        files.add(home.resolve(".docker/run/docker.sock"));
        files.add(home.resolve(".docker/desktop/docker.sock"));
        return files.stream()
                .filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .toList();
    }

    /** Podman's own socket, where Testcontainers does not look. */
    static Optional<Path> podman(Map<String, String> environment, Path home) {
        return Stream.of(
                        Optional.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""))
                                .filter(folder -> !folder.isEmpty())
                                .map(Path::of),
                        runtimeFolder(home),
                        Optional.of(Path.of("/run")))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve("podman/podman.sock"))
                .filter(Files::exists)
                .findFirst();
    }

    /** What the user has told Testcontainers. */
    private static Properties settings(Path home) {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve(".testcontainers.properties"))) {
            settings.load(file);
        } catch (IOException | IllegalArgumentException e) {
            // There are none, or none that can be read.
            settings.clear();
        }
        return settings;
    }

    /** Where an engine without root listens, whether or not a login has set XDG_RUNTIME_DIR. */
    private static Optional<Path> runtimeFolder(Path home) {
        try {
            return Optional.of(
                    Path.of("/run/user", String.valueOf(Files.getAttribute(home, "unix:uid"))));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<SocketAddress> address(String host) {
        try {
            URI uri = new URI(host);
            if ("unix".equals(uri.getScheme())) {
                return Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
            }
            return Optional.ofNullable(uri.getHost())
                    .map(
                            name ->
                                    new InetSocketAddress(
                                            name,
                                            uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An engine that wants TLS answers a plain request too, if only to say so. */
    private static boolean answers(SocketAddress address, Duration patience) {
        var answer = new CompletableFuture<Boolean>();
        try (SocketChannel channel = open(address)) {
            // Leaving this block closes the channel, and that ends a ping that still waits.
            Thread.startVirtualThread(() -> answer.complete(ping(channel, address)));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static SocketChannel open(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static boolean ping(SocketChannel channel, SocketAddress address) {
        try {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(PING));
            return channel.read(ByteBuffer.allocate(1)) > 0;
        } catch (IOException | UnresolvedAddressException e) {
            return false;
        }
    }
}
