package dev.remit.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls receivers. A connection is made to the address that was looked at, and to no other: the
 * name of the host is only what is asked for there, and whose certificate is expected. No redirect
 * is followed, no proxy asked.
 */
@Singleton
class Receiver {

    /** Of an answer's body, in bytes; nobody looks at it. */
    private static final int MOST = 64 * 1024;

    /** Less than that of most servers, so that they do not close a connection that is used. */
    private static final int KEEP_ALIVE_SECONDS = 5;

    private final HttpClient client;

    Receiver(Vertx vertx, WebhookSettings settings) {
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_1_1)
                                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                .setVerifyHost(true)
                                // A path may be a secret between the two, and no trace's business.
                                .setTracingPolicy(TracingPolicy.IGNORE),
                        // No receiver waits for another one that has the same address.
                        new PoolOptions().setHttp1MaxSize(Math.max(1, settings.limit())));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /**
     * Returns the status of the answer.
     *
     * @param limit for all of it
     */
    int post(Destination to, Map<String, String> headers, byte[] body, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Exchange exchange = new Exchange(body);
        client.request(options(to, headers))
                .onSuccess(exchange::begin)
                .onFailure(exchange.end::completeExceptionally);
        try {
            return exchange.end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (exchange.status == 0) {
                throw e;
            }
            return exchange.status;
        } finally {
            exchange.abandon();
        }
    }

    private static RequestOptions options(Destination to, Map<String, String> headers) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(SocketAddress.inetSocketAddress(to.socketAddress()))
                        .setHost(to.url().getHost())
                        .setPort(to.port())
                        .setSsl(to.isSecure())
                        .setURI(to.path());
        headers.forEach(options::addHeader);
        return options;
    }

    /** One request and its answer; all but the waiting is done by an event loop. */
    private static final class Exchange {

        private final byte[] body;
        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        private volatile HttpClientRequest request;

        /** 0 before there is one. */
        private volatile int status;

        private int read;

        Exchange(byte[] body) {
            this.body = body;
        }

        void begin(HttpClientRequest made) {
            request = made;
            if (end.isDone()) {
                // Nobody waits any more.
                made.reset();
                return;
            }
            made.response().onSuccess(this::answered).onFailure(end::completeExceptionally);
            made.end(Buffer.buffer(body)).onFailure(end::completeExceptionally);
        }

        private void answered(HttpClientResponse answer) {
            status = answer.statusCode();
            answer.exceptionHandler(broken -> end.complete(status));
            answer.endHandler(ended -> end.complete(status));
            answer.handler(
                    part -> {
                        read += part.length();
                        if (read > MOST && end.complete(status)) {
                            request.reset();
                        }
                    });
        }

        /** If it is not over yet, the connection is closed, and what may still come is lost. */
        void abandon() {
            if (end.cancel(false) && request != null) {
                request.reset();
            }
        }
    }
}
