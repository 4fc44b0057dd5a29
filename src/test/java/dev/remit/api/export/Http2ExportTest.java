package dev.remit.api.export;

import static dev.remit.RemitApi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remit.Unusual;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Also where HTTP/2 is switched on, an export that fails, or that nobody takes, ends for everybody
 * to see.
 */
@QuarkusTest
@TestProfile(Unusual.class)
class Http2ExportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI service;

    @Inject Vertx vertx;

    private HttpClient client;

    @BeforeEach
    void connect() {
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2ClearTextUpgrade(false)
                                .setDefaultHost(service.getHost())
                                .setDefaultPort(service.getPort()));
        awaitAPlace();
    }

    @AfterEach
    void disconnect() throws Exception {
        awaitAPlace();
        result(client.close());
    }

    @Test
    void whatIsCompleteLooksComplete() throws Exception {
        assertThat(result(body("/accounts.csv"))).startsWith("id,balance,");
    }

    @Test
    void whatFailsInTheMiddleNeverLooksComplete() {
        assertThatThrownBy(() -> result(body("/odd-exports/broken?pages=50")))
                .hasCauseInstanceOf(HttpClosedException.class);
    }

    @Test
    void whoTakesNothingIsWaitedForInVainForSoLongOnly() throws Exception {
        HttpClientResponse endless =
                result(answer("/odd-exports/endless").onSuccess(HttpClientResponse::pause));

        assertThat(endless.statusCode()).isEqualTo(200);
        get(BrokenExportTest.EMPTY).expectProblem(503, "overloaded");
        awaitAPlace();
    }

    private static void awaitAPlace() {
        await().atMost(PATIENCE)
                .until(() -> get(BrokenExportTest.EMPTY).response().statusCode() == 200);
    }

    private Future<String> body(String path) {
        return answer(path).compose(HttpClientResponse::body).map(Object::toString);
    }

    private Future<HttpClientResponse> answer(String path) {
        return client.request(HttpMethod.GET, path)
                .compose(HttpClientRequest::send)
                .onSuccess(answer -> assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2));
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
