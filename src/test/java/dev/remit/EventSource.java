package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads a stream of Server-Sent Events as a browser does, to its end or until it is cut off.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class EventSource implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One that is complete: what has no empty line behind it is none. */
    public record Event(String id, String type, String data) {}

    private final InputStream body;
    private final Reader lines;
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastEventId;

    private EventSource(InputStream body, long bytes, String lastEventId) {
        this.body = body;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(new Cut(body, bytes), StandardCharsets.UTF_8));
        this.lastEventId = lastEventId;
    }

    public static EventSource open(URI service, String path) {
        return open(service, path, null, Long.MAX_VALUE);
    }

    /**
     * @param lastEventId null for no such header
     * @param bytes after so many it is cut off, wherever that is
     */
    public static EventSource open(URI service, String path, String lastEventId, long bytes) {
        return open(
                service,
                path,
                lastEventId == null ? Map.of() : Map.of("Last-Event-ID", lastEventId),
                lastEventId,
                bytes);
    }

    public static EventSource openWith(String token, URI service, String path) {
        return open(
                service, path, Map.of("Authorization", "Bearer " + token), null, Long.MAX_VALUE);
    }

    private static EventSource open(
            URI service, String path, Map<String, String> headers, String lastEventId, long bytes) {
        HttpResponse<InputStream> answer = ask(service, path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new EventSource(answer.body(), bytes, lastEventId);
    }

    private static HttpResponse<InputStream> ask(
            URI service, String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next one; null at the end, or where it was cut off. */
    public Event next() {
        String id = lastEventId;
        String type = null;
        List<String> data = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).replaceFirst("^ ", "");
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "id" -> id = value;
                case "event" -> type = value;
                case "data" -> data.add(value);
                case "retry" -> assertThat(value).matches("[0-9]+");
                default -> {
                    if (colon == 0) {
                        comments.add(value.strip());
                        continue;
                    }
                    assertThat(line).isEmpty();
                    lastEventId = id;
                    if (!data.isEmpty()) {
                        return new Event(id, type, String.join("\n", data));
                    }
                }
            }
        }
        return null;
    }

    public List<Event> next(int count) {
        List<Event> events = new ArrayList<>();
        while (events.size() < count) {
            Event event = next();
            assertThat(event).as("after %s", events).isNotNull();
            events.add(event);
        }
        return events;
    }

    /** All that are left. */
    public List<Event> rest() {
        List<Event> events = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            events.add(event);
        }
        return events;
    }

    /** Where a browser would go on. */
    public String lastEventId() {
        return lastEventId;
    }

    public List<String> comments() {
        return comments;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null at the end, which a connection that breaks has come to, and for half a line there. */
    private String line() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                if (next == '\n') {
                    return line.toString();
                }
                line.append((char) next);
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    private static final class Cut extends FilterInputStream {

        private long left;

        Cut(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
