package dev.remit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;

/**
 * An answer other than 2xx.
 *
 * @param slug what follows {@code urn:remit:problem:} in its type, or empty if it is not Remit's
 * @param detail its sentence for people, or empty
 */
record Problem(int status, String slug, String detail) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "urn:remit:problem:";

    /** The 503s that promise that the transfer is not posted, and will not be. */
    private static final Set<String> REFUSING =
            Set.of("contention", "overloaded", "database-unavailable", "shutting-down");

    static Problem read(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String type = problem.path("type").asText();
            String slug = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
            return new Problem(status, slug, problem.path("detail").asText());
        } catch (IOException e) {
            // A proxy's page: the status says what there is to say.
            return new Problem(status, "", "");
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
}
