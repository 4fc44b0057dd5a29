package dev.remit.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;

/** Answers each request as it was told to, the last way again and again, and keeps what came. */
final class FakeService implements AutoCloseable {

    /** What is done with one request. */
    @FunctionalInterface
    interface Reaction {

        void to(HttpExchange exchange) throws IOException;
    }

    record Received(String call, String body, String token) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingDeque<Reaction> reactions = new LinkedBlockingDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    FakeService(Reaction... reactions) {
        this.reactions.addAll(Arrays.asList(reactions));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::react);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Received> received() {
        return received;
    }

    private void react(HttpExchange exchange) throws IOException {
        received.add(
                new Received(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders().getFirst("Authorization")));
        Reaction reaction = reactions.size() > 1 ? reactions.poll() : reactions.peek();
        reaction.to(exchange);
    }

    static Reaction json(int status, String body) {
        return answer(status, "application/json", body);
    }

    /** With which to come back at once. */
    static Reaction problem(int status, String slug) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            answer(
                            status,
                            "application/problem+json",
                            "{\"type\":\"urn:remit:problem:%s\",\"detail\":\"Because.\"}"
                                    .formatted(slug))
                    .to(exchange);
        };
    }

    static Reaction answer(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** The connection is closed instead of an answer. */
    static Reaction breakOff() {
        return HttpExchange::close;
    }

    /** Server-Sent Events, and then the connection is closed in the middle of the answer. */
    static Reaction stream(String text) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1 << 20);
            OutputStream body = exchange.getResponseBody();
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.flush();
            exchange.close();
        };
    }

    /** Server-Sent Events, and then silence. */
    static Reaction silentStream(String text) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Nothing is ever said. */
    static Reaction silence() {
        return exchange -> {};
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
