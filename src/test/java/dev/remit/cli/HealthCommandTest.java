package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.remit.Packaged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {

    private static final String PORT = "quarkus.http.port";
    private static final String HOST = "quarkus.http.host";

    private HttpServer service;

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
        System.clearProperty(PORT);
        System.clearProperty(HOST);
    }

    @Test
    void aServiceThatIsReadyIsHealthy() {
        answer(200, "{\"status\": \"UP\"}");

        CommandRun health = CommandRun.of("health", "--url", url());

        assertThat(health.status()).isZero();
        assertThat(health.out()).containsExactly("ready");
        assertThat(health.err()).isEmpty();
    }

    @Test
    void oneThatIsNotReadySaysWhyInOneLine() {
        answer(503, "{\n  \"status\": \"DOWN\",\n  \"checks\": [\"database\"]\n}");

        CommandRun health = CommandRun.of("health", "--url", url());

        assertThat(health.status()).isEqualTo(1);
        assertThat(health.err())
                .containsExactly(
                        "health: "
                                + url()
                                + " answers 503: { \"status\": \"DOWN\", \"checks\": [\"database\"] }");
        assertThat(health.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404})
    void anythingElseIsNotReady(int status) {
        answer(status, "");

        CommandRun health = CommandRun.of("health", "--url", url());

        assertThat(health.status()).isEqualTo(1);
        assertThat(health.err()).containsExactly("health: " + url() + " answers " + status + ".");
    }

    @Test
    void aServiceThatIsNotThereIsNotReady() throws IOException {
        String nobody = "http://127.0.0.1:" + Packaged.freePort();

        CommandRun health = CommandRun.of("health", "--url", nobody);

        assertThat(health.status()).isEqualTo(1);
        assertThat(health.err())
                .singleElement()
                .asString()
                .startsWith("health: " + nobody + " does not answer (");
    }

    /** Its socket takes connections, and nobody ever reads from them. */
    @Test
    void aServiceThatSaysNothingIsNotReady() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun health =
                    CommandRun.of(
                            "health", "--url", "http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThat(health.status()).isEqualTo(1);
            assertThat(health.err()).singleElement().asString().contains("does not answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "localhost"})
    void asksWhereTheServiceListensByItsOwnSettings(String host) {
        answer(200, "");
        System.setProperty(PORT, Integer.toString(service.getAddress().getPort()));
        System.setProperty(HOST, host);

        assertThat(CommandRun.of("health").status()).isZero();
    }

    @Test
    void aPortThatIsNoNumberIsSaidToBeNone() {
        System.setProperty(PORT, "eighty");

        CommandRun health = CommandRun.of("health");

        assertThat(health.status()).isEqualTo(1);
        assertThat(health.err()).singleElement().asString().contains(PORT, "eighty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "file:/etc/hostname"})
    void whatIsNoUrlOfAServiceIsSaidToBeNone(String url) {
        CommandRun health = CommandRun.of("health", "--url", url);

        assertThat(health.status()).isEqualTo(1);
        assertThat(health.err()).singleElement().asString().startsWith("health: ");
    }

    private String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort() + "/q/health/ready";
    }

    private void answer(int status, String body) {
        service.createContext(
                "/q/health/ready",
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
