package dev.remit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * HTTP/1.1 without a client library, which would not send what is wrong, or would put it right. One
 * request per connection.
 */
public record RawHttp(URI service) {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    /**
     * @param headers by name in lower case
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * @param headers name, value, name, value, …
     * @param body null for none
     */
    public Answer send(String method, String path, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(service.getAuthority()).append("\r\nConnection: close\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body == null ? new byte[0] : body);
        return send(request.toByteArray());
    }

    /** Sends just these bytes, and reads until the service closes the connection. */
    public Answer send(byte[] request) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return answer(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends just these bytes, and reads no more than the answer is long. */
    public Exchange exchange(byte[] request) {
        try {
            Socket socket = new Socket(service.getHost(), service.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            StringBuilder response = new StringBuilder();
            while (response.indexOf(END_OF_HEAD) < 0) {
                int next = in.read();
                assertThat(next).as("in the midst of an answer: %s", response).isNotNegative();
                response.append((char) next);
            }
            int length =
                    Integer.parseInt(answer(response.toString()).headers().get("Content-Length"));
            response.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            return new Exchange(answer(response.toString()), socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which one request has been answered. */
    public record Exchange(Answer answer, Socket socket) {

        /** Waits for the service to close the connection, before which it must not send more. */
        public void awaitEnd() throws IOException {
            try (socket) {
                assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            }
        }
    }

    private static Answer answer(String response) {
        int end = response.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + response);
        }
        String[] lines = response.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.put(header[0], header[1]);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                response.substring(end + END_OF_HEAD.length()));
    }
}
