package dev.remit.devdb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** As much of a container engine as is asked before an image is downloaded, which it refuses. */
final class EngineWithoutImages implements AutoCloseable {

    static final String REASON = "pull access denied";

    private final HttpServer server;

    EngineWithoutImages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", EngineWithoutImages::answer);
        server.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange call) throws IOException {
        // Behind the version of the API, which may be there or not.
        String path = call.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
        switch (path) {
            case "/_ping" -> answer(call, 200, "OK");
            case "/version" ->
                    answer(
                            call,
                            200,
                            "{\"Version\":\"28.0.0\",\"ApiVersion\":\"1.48\",\"MinAPIVersion\":\"1.24\",\"Os\":\"linux\",\"Arch\":\"amd64\"}");
            case "/info" ->
                    answer(
                            call,
                            200,
                            "{\"ID\":\"engine\",\"OperatingSystem\":\"linux\",\"OSType\":\"linux\",\"Architecture\":\"x86_64\",\"MemTotal\":8000000000,\"NCPU\":2,\"ServerVersion\":\"28.0.0\"}");
            case "/images/json" -> answer(call, 200, "[]");
            case "/images/create" -> answer(call, 404, "{\"message\":\"" + REASON + "\"}");
            default -> answer(call, 404, "{\"message\":\"no such thing\"}");
        }
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.getResponseHeaders().add("Api-Version", "1.48");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean head = call.getRequestMethod().equals("HEAD");
            call.sendResponseHeaders(status, head ? -1 : bytes.length);
            if (!head) {
                call.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
