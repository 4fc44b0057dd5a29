package dev.remit.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remit.RemitApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who is told what happens, over real HTTP, and remembers it. */
public final class WebhookReceiver implements AutoCloseable {

    /** What came, before it was answered. */
    public record Call(String path, Headers headers, byte[] body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public String id() {
            return header("webhook-id");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String subject() {
            return RemitApi.json(text()).get("subject").textValue();
        }

        /** Not by the code that has made it. */
        public boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(
                        new SecretKeySpec(
                                Base64.getDecoder().decode(secret.replace("whsec_", "")),
                                "HmacSHA256"));
                byte[] content =
                        (id() + "." + header("webhook-timestamp") + "." + text())
                                .getBytes(StandardCharsets.UTF_8);
                return header("webhook-signature")
                        .equals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(content)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How a call is answered. */
    @FunctionalInterface
    public interface Answer {

        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Answer answer = status(204);

    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public WebhookReceiver answering(Answer other) {
        answer = other;
        return this;
    }

    public String url() {
        return url("127.0.0.1");
    }

    /**
     * @param host by which name it is called
     */
    public String url(String host) {
        return "http://%s:%d/hook?key=pa7h".formatted(host, server.getAddress().getPort());
    }

    /** In the order in which they came. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> ids() {
        return calls.stream().map(Call::id).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(
                    new Call(
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            exchange.getRequestBody().readAllBytes()));
            answer.to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
