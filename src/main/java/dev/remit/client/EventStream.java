package dev.remit.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Server-Sent Events, of which only the data is of interest: an event's id is in there, too. A
 * connection on which nothing is heard, not even a comment, is taken for one that was cut, because
 * nobody else will say so.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: Server-sent
 *     events</a>
 */
final class EventStream implements AutoCloseable {

    /** Of a comment: there is somebody. */
    static final String NOTHING = "";

    private static final String DATA = "data:";

    private final InputStream bytes;
    private final BufferedReader lines;
    private final Duration silence;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("events").factory());

    /**
     * @param silence after which the connection is given up
     */
    EventStream(InputStream bytes, Duration silence) {
        this.bytes = bytes;
        this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.silence = silence;
    }

    /**
     * Waits for the data of the next event.
     *
     * @return {@link #NOTHING} if only a comment has come, null if the stream has ended
     */
    String next() throws IOException, InterruptedException {
        Future<String> data = reader.submit(this::read);
        try {
            return data.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing was heard for " + silence.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    /** What is cut off in the middle of an event is none. */
    private String read() throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DATA)) {
                // A space behind the colon, and the line's end, mean nothing to JSON.
                data.append(line, DATA.length(), line.length()).append('\n');
            } else if (line.isEmpty() && !data.isEmpty()) {
                return data.toString();
            } else if (line.startsWith(":")) {
                return NOTHING;
            }
        }
        return null;
    }

    /** The reader of lines cannot be closed while it waits for one. */
    @Override
    public void close() throws IOException {
        bytes.close();
        reader.shutdownNow();
    }
}
