package dev.remit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remit.client.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Blocking calls for what comes before and after the measurement, to one instance after the other.
 * A service that is restarting, or that answers 5xx, is asked again for a while, which is safe with
 * all that is asked here: the books can be checked all the same.
 *
 * <p>By the JDK's old client, whose calls need no other thread: measured, a third of the CPU time
 * per call that its new one takes, on cores that the service may share.
 */
final class PatientClient {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<String> urls;
    private final Duration timeout;
    private final Duration patience;
    private final String token;
    private final AtomicInteger calls = new AtomicInteger();

    /** Whether there is a service at all: if not, waiting for it is a waste of time. */
    private volatile boolean answered;

    private volatile String trouble = "";

    /**
     * @param timeout of one attempt
     * @param patience how long a service that answers 5xx is asked again, the last attempt included
     * @param token null if none is needed
     */
    PatientClient(List<URI> urls, Duration timeout, Duration patience, String token) {
        this.urls = urls.stream().map(url -> url.toString().replaceAll("/+$", "")).toList();
        this.timeout = timeout;
        this.patience = patience;
        this.token = token;
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
        long end = System.nanoTime() + patience.toNanos();
        Reply refusal = null;
        Duration left = timeout;
        while (true) {
            String url = urls.get(Math.floorMod(calls.getAndIncrement(), urls.size()));
            UnreachableException silence = null;
            try {
                Reply reply = exchange(url, method, path, body, left);
                answered = true;
                trouble = reply.status() < 500 ? "" : reply.toString();
                if (reply.status() < 500) {
                    return reply;
                }
                refusal = reply;
            } catch (IOException e) {
                trouble = url + " does not answer: " + e.getMessage();
                silence = new UnreachableException(trouble, e);
                if (!answered) {
                    throw silence;
                }
            }
            Duration rest = Duration.ofNanos(end - System.nanoTime()).minus(PAUSE);
            if (!rest.isPositive()) {
                // What the service has said explains more than that it has fallen silent.
                if (refusal == null) {
                    throw silence;
                }
                return refusal;
            }
            if (refusal != null && rest.compareTo(timeout) < 0) {
                left = rest;
            }
            Thread.sleep(PAUSE);
        }
    }

    private Reply exchange(String url, String method, String path, String body, Duration patience)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        // 0 would mean for ever.
        connection.setReadTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream request = connection.getOutputStream()) {
                request.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        try (InputStream answer =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] read = answer == null ? new byte[0] : answer.readAllBytes();
            return new Reply(method + " " + path, status, read);
        }
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
            return call + " is answered " + problem.kind() + why;
        }
    }
}
