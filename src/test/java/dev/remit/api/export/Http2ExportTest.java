package dev.remit.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where HTTP/2 is switched on, an export that fails, or that nobody takes, ends for everybody to
 * see, and with it nothing else on its connection.
 */
@QuarkusTest
@TestProfile(Http2ExportTest.OneImpatientOverHttp2.class)
class Http2ExportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI service;

    @Inject Vertx vertx;

    private final AtomicInteger connections = new AtomicInteger();
    private HttpClient client;

    @BeforeEach
    void connect() {
        client =
                vertx.httpClientBuilder()
                        .with(
                                new HttpClientOptions()
                                        .setProtocolVersion(HttpVersion.HTTP_2)
                                        .setHttp2ClearTextUpgrade(false)
                                        .setDefaultHost(service.getHost())
                                        .setDefaultPort(service.getPort()))
                        .withConnectHandler(connection -> connections.incrementAndGet())
                        .build();
        awaitAPlace();
    }

    @AfterEach
    void nothingElseWasBroken() throws Exception {
        awaitAPlace();
        assertThat(connections).hasValue(1);
        result(client.close());
    }

    @Test
    void whatFailsInTheMiddleNeverLooksComplete() {
        Future<?> body = request("/odd-exports/broken?pages=50").compose(HttpClientResponse::body);

        assertThatThrownBy(() -> result(body)).hasCauseInstanceOf(StreamResetException.class);
    }

    @Test
    void whoTakesNothingIsWaitedForInVainForSoLongOnly() throws Exception {
        HttpClientResponse endless =
                result(request("/odd-exports/endless").onSuccess(HttpClientResponse::pause));
        assertThat(endless.statusCode()).isEqualTo(200);

        assertThat(status("/accounts.csv")).isEqualTo(503);
        awaitAPlace();
    }

    private void awaitAPlace() {
        await().atMost(PATIENCE).until(() -> status("/accounts.csv") == 200);
    }

    private int status(String path) throws Exception {
        return result(
                request(path).compose(answer -> answer.body().map(body -> answer.statusCode())));
    }

    private Future<HttpClientResponse> request(String path) {
        return client.request(HttpMethod.GET, path).compose(HttpClientRequest::send);
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** As the others have it, but for the version of HTTP. */
    public static class OneImpatientOverHttp2 extends BrokenExportTest.OneImpatient {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.http.http2", "true");
            return settings;
        }
    }
}
