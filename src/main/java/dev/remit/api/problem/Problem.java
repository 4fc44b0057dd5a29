package dev.remit.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as RFC 9457 describes it.
 *
 * @param status the HTTP status
 * @param detail one sentence for a person, never about what is inside of the service
 * @param members what a program may want to know besides
 */
@JsonPropertyOrder({"type", "title", "status", "detail"})
@RegisterForReflection
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonAnyGetter Map<String, Object> members) {

    private static final String PREFIX = "urn:remit:problem:";

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /**
     * How long to wait before another attempt, in seconds: a batch takes milliseconds, a failover
     * some seconds.
     */
    public static final String RETRY_AFTER_SECONDS = "1";

    public static Problem of(ProblemType type, String detail) {
        return new Problem(PREFIX + type.slug(), type.title(), type.status(), detail, Map.of());
    }

    public static Problem internalError() {
        return of(
                ProblemType.INTERNAL_ERROR,
                "The service failed to handle the request; its log says why.");
    }

    public Problem withStatus(int other) {
        return new Problem(type, title, other, detail, members);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, title, status, detail, more);
    }

    public String slug() {
        return type.substring(PREFIX.length());
    }

    @JsonIgnore
    public boolean isTemporary() {
        return status == 503;
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status).type(MEDIA_TYPE).entity(this);
        if (isTemporary()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }
}
