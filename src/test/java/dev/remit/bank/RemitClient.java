package dev.remit.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls a running service over HTTP. */
public final class RemitClient implements AutoCloseable {

    /** More than the service ever takes: who waits longer has not been answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public RemitClient(URI service) {
        this.service = service;
    }

    public Reply get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    public Reply delete(String path) throws IOException {
        return send(request(path).DELETE().build());
    }

    public Reply post(String path, String body) throws IOException {
        return send(posting(path, body).build());
    }

    /** Asks for it once. */
    public Reply ask(Wish wish) throws IOException {
        return send(request(wish));
    }

    public CompletableFuture<Reply> askMeanwhile(Wish wish) {
        return http.sendAsync(request(wish), BodyHandlers.ofString()).thenApply(Reply::of);
    }

    public CompletableFuture<Reply> getMeanwhile(String path) {
        return http.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .thenApply(Reply::of);
    }

    /** All at once. */
    public List<Reply> getManyTimes(String path, int count) {
        return Stream.generate(() -> getMeanwhile(path)).limit(count).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** A new account with this balance. */
    public UUID open(long balance) throws IOException {
        Reply reply = post("/accounts", Json.write(Map.of("balance", balance)));
        if (reply.status() != 201) {
            throw new IOException("no account was opened: " + reply);
        }
        return UUID.fromString(reply.body().get("id").textValue());
    }

    public long balance(UUID account) throws IOException {
        return get("/accounts/" + account).body().get("balance").longValue();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest request(Wish wish) {
        HttpRequest.Builder request = posting(wish.path(), wish.body());
        if (wish.inHeader()) {
            request.header("Idempotency-Key", wish.key().toString());
        }
        return request.build();
    }

    private HttpRequest.Builder posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
    }

    private Reply send(HttpRequest request) throws IOException {
        try {
            return Reply.of(http.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
