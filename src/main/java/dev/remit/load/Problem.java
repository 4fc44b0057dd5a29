package dev.remit.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * An answer other than 2xx.
 *
 * @param slug what follows {@code urn:remit:problem:} in its type, or empty if it is not Remit's
 */
record Problem(int status, String slug) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PREFIX = "urn:remit:problem:";

    /** The 503s that promise that the transfer is not posted, and will not be. */
    private static final Set<String> REFUSING =
            Set.of("contention", "overloaded", "database-unavailable", "shutting-down");

    static Problem read(int status, ByteBuf body) {
        try (JsonParser parser = JSON.createParser(new ByteBufInputStream(body).readAllBytes())) {
            return new Problem(status, slug(parser));
        } catch (IOException e) {
            // A proxy's page, or nothing at all: the status says what there is to say.
            return new Problem(status, "");
        }
    }

    /** Whether the service has said that the request had no effect; otherwise nobody knows. */
    boolean refuses() {
        return status >= 400 && status < 500 || status == 503 && REFUSING.contains(slug);
    }

    @Override
    public String toString() {
        return slug.isEmpty() ? Integer.toString(status) : status + " " + slug;
    }

    private static String slug(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return "";
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean type = "type".equals(parser.currentName());
            if (parser.nextToken() == JsonToken.VALUE_STRING && type) {
                String text = parser.getText();
                return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
            }
            parser.skipChildren();
        }
        return "";
    }
}
