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
 * Server-Sent Events. A connection on which nothing is heard, not even a comment, is taken for one
 * that was cut, because nobody else will say so.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: Server-sent
 *     events</a>
 */
final class EventStream implements AutoCloseable {

    /**
     * What was heard.
     *
     * @param id where to go on; empty if that is not said
     * @param data of an event; empty if it is none
     */
    record Message(String id, String data) {

        /** There is somebody. */
        private static final Message COMMENT = new Message("", "");
    }

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

    /** Waits for the next message; null if the stream has ended. */
    Message next() throws IOException, InterruptedException {
        Future<Message> message = reader.submit(this::read);
        try {
            return message.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("nothing was heard for " + silence.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    /** What is cut off before its empty line is none. */
    private Message read() throws IOException {
        String id = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                return Message.COMMENT;
            } else if (line.startsWith("id:")) {
                id = value(line);
            } else if (line.startsWith("data:")) {
                data.append(value(line)).append('\n');
            } else if (line.isEmpty() && !(id.isEmpty() && data.isEmpty())) {
                return new Message(id, data.toString());
            }
        }
        return null;
    }

    /** The space behind the colon is not part of it. */
    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** The reader of lines cannot be closed while it waits for one. */
    @Override
    public void close() throws IOException {
        bytes.close();
        reader.shutdownNow();
    }
}
