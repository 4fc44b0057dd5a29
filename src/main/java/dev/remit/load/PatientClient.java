package dev.remit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Blocking calls for what comes before and after the measurement, to one instance after the other.
 * A service that is restarting, or that answers 5xx, is asked again for a while, which is safe with
 * all that is asked here: the books can be checked all the same.
 */
final class PatientClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** More than a database takes to move its leases to other nodes. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final List<URI> urls;
    private final Duration timeout;
    private final AtomicInteger calls = new AtomicInteger();

    /** Whether there is a service at all: if not, waiting for it is a waste of time. */
    private volatile boolean answered;

    private volatile String trouble = "";

    PatientClient(List<URI> urls, Duration timeout) {
        this.urls = urls;
        this.timeout = timeout;
    }

    /** Why it is asking again, or empty. */
    String trouble() {
        return trouble;
    }

    Reply get(String path) throws UnreachableException, InterruptedException {
        return send("GET", path, "");
    }

    Reply post(String path, JsonNode body) throws UnreachableException, InterruptedException {
        return send("POST", path, body.toString());
    }

    private Reply send(String method, String path, String body)
            throws UnreachableException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            boolean last = System.nanoTime() - begin > PATIENCE.toNanos();
            String url = urls.get(Math.floorMod(calls.getAndIncrement(), urls.size())).toString();
            try {
                Reply reply = exchange(url.replaceAll("/+$", ""), method, path, body);
                answered = true;
                trouble = reply.status() < 500 ? "" : reply.toString();
                if (reply.status() < 500 || last) {
                    return reply;
                }
            } catch (IOException e) {
                trouble = url + " does not answer: " + reason(e);
                if (!answered || last) {
                    throw new UnreachableException(trouble, e);
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private Reply exchange(String url, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(timeout)
                        .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        var response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Reply(method + " " + path, response.statusCode(), response.body());
    }

    /** The client's own exceptions have no message where the connection is refused. */
    private static String reason(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException e -> "no answer in time";
            case ConnectException e -> "no connection";
            default -> failure.getMessage();
        };
    }

    /**
     * @param call for the user, if this is not what should be answered
     */
    record Reply(String call, int status, byte[] body) {

        /** Everything else is no answer that a run can go on with. */
        JsonNode json(int expectedStatus) throws UnreachableException {
            if (status != expectedStatus) {
                throw new UnreachableException(this + ", not " + expectedStatus);
            }
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UnreachableException("the answer to " + call + " is not JSON", e);
            }
        }

        @Override
        public String toString() {
            Problem problem = Problem.read(status, body);
            String why = problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")";
            return call + " is answered " + problem + why;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
