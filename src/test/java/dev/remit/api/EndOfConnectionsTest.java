package dev.remit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is waited for when the service ends, or is loaded again. */
@QuarkusTest
class EndOfConnectionsTest {

    @TestHTTPResource("/")
    URI service;

    @Inject HttpEdge edge;
    @Inject OpenEnds openEnds;

    /** Answers nothing, as the connection of the page of a developer does for hours. */
    @Singleton
    static class OpenEnds {

        final AtomicInteger open = new AtomicInteger();

        void routes(@Observes Router router) {
            router.route("/q/open-end").handler(context -> open.incrementAndGet());
        }
    }

    @Test
    void aConnectionAboutTheServiceIsNotWaitedFor() throws Exception {
        int before = openEnds.open.get();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /q/open-end HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> openEnds.open.get() == before + 1);

            assertNobodyIsWaitedFor();
        }
    }

    @Test
    void whoHasBeenRefusedForTheSizeOfTheBodyIsNotWaitedFor() {
        int status =
                new RawHttp(service)
                        .send(
                                "POST",
                                Routes.TRANSFERS,
                                List.of("Content-Type", "application/json"),
                                new byte[100_000])
                        .status();

        assertThat(status).isEqualTo(413);
        assertNobodyIsWaitedFor();
    }

    private void assertNobodyIsWaitedFor() {
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                edge.awaitAnswers(Duration.ofDays(1));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        task -> Thread.ofPlatform().daemon().start(task));

        assertThatCode(() -> waiting.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }
}
