package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Set;

/**
 * An answer other than 2xx.
 *
 * @param slug what follows {@code urn:remit:problem:} in its type, or empty if it is not Remit's
 * @param detail its sentence for people, or empty
 * @param document the problem itself, or a missing node if it is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details</a>
 */
public record Problem(int status, String slug, String detail, JsonNode document) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "urn:remit:problem:";

    /** The 503s that promise that nothing was changed, and will not be. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("contention", "overloaded", "database-unavailable", "shutting-down");

    public static Problem read(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String type = problem.path("type").asText();
            String slug = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
            return new Problem(
                    status,
                    slug,
                    problem.path("detail").asText(),
                    problem.isObject() ? problem : MissingNode.getInstance());
        } catch (IOException e) {
            // A proxy's page: the status says what there is to say.
            return new Problem(status, "", "", MissingNode.getInstance());
        }
    }

    /** Whether the service has said that this request had no effect; otherwise nobody knows. */
    public boolean isWithoutEffect() {
        return status < 500 || status == 503 && WITHOUT_EFFECT.contains(slug);
    }

    /**
     * Whether no earlier request with the same id can have had an effect, or have one yet: the id
     * belongs to something else, for ever.
     */
    boolean settlesTheId() {
        return slug.equals("idempotency-conflict");
    }

    /** Status and slug, by which problems are counted. */
    public String kind() {
        return slug.isEmpty() ? Integer.toString(status) : status + " " + slug;
    }

    /** One sentence for people. */
    public String sentence() {
        if (detail.isEmpty()) {
            return "the service answers " + status + (slug.isEmpty() ? "" : " " + slug) + ".";
        }
        return slug.isEmpty() ? detail : detail + " (" + slug + ")";
    }
}
