package dev.remit.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Where the service answers, and who asks. It never follows to another place: the token is for this
 * one.
 */
public final class Endpoint implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final String url;
    private final String token;
    private final HttpClient http;

    /**
     * @param token null if none is needed
     * @param authorities who may have signed the service's certificate
     */
    public Endpoint(URI url, String token, SSLContext authorities) {
        this.url = url.toString().replaceAll("/+$", "");
        this.token = token;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(authorities)
                        .build();
    }

    /** One attempt. */
    Answer exchange(Call call, Duration timeout) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(call.path(), "application/json");
        if (call.body() != null) {
            request.header("Content-Type", call.contentType());
        }
        request.method(call.method(), call.content());
        return Answer.of(send(request, HttpResponse.BodyHandlers.ofByteArray(), timeout));
    }

    /**
     * An answer that goes on.
     *
     * @param timeout until it begins
     */
    HttpResponse<InputStream> open(Query query, String accept, Duration timeout)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(query.text(), accept);
        return send(request, HttpResponse.BodyHandlers.ofInputStream(), timeout);
    }

    private HttpRequest.Builder request(String path, String accept) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Accept", accept);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The request's own timeout would end with the headers, and a body can stop in the middle. */
    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, BodyHandler<T> handler, Duration timeout)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request.build(), handler);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + seconds(timeout) + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String seconds(Duration time) {
        return Double.toString(time.toMillis() / 1e3).replaceAll("\\.0$", "");
    }

    /** For messages. */
    String url() {
        return url;
    }

    /** One sentence for people, about an attempt that has failed. */
    String silent(IOException failed) {
        return url + " does not answer: " + reason(failed) + ".";
    }

    /** There was no connection, or nobody on it whom anything would have been told. */
    static boolean neverSent(IOException failed) {
        return failed instanceof ConnectException
                || failed instanceof HttpConnectTimeoutException
                || failed instanceof SSLHandshakeException
                || isPlain(failed);
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case ConnectException unknown when hasNoAddress(unknown) -> "there is no such host";
            case ConnectException refused when refused.getMessage() == null ->
                    "nobody takes the connection";
            case HttpConnectTimeoutException late -> "there is no connection in time";
            case SSLException plain when isPlain(plain) -> "it does not speak TLS";
            default ->
                    failed.getMessage() == null
                            ? failed.getClass().getSimpleName()
                            : failed.getMessage();
        };
    }

    /** The JDK has no type of its own for what is no handshake at all. */
    private static boolean isPlain(IOException failed) {
        return failed instanceof SSLException
                && String.valueOf(failed.getMessage()).contains("plaintext connection");
    }

    private static boolean hasNoAddress(Throwable failed) {
        return failed != null
                && (failed instanceof UnresolvedAddressException
                        || hasNoAddress(failed.getCause()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
