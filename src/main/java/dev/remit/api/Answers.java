package dev.remit.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers a call that makes something: 201 when it was made now, 200 when it had been before. */
public final class Answers {

    static final String REPLAYED = "Idempotency-Replayed";

    private Answers() {}

    /**
     * An answer that says what it is of, so that the framework knows beforehand how to write it.
     *
     * @param location where it is to be found; null if it is many things
     * @param replayed whether an earlier call had made it
     */
    public static <T> RestResponse<T> made(T entity, String location, boolean replayed) {
        return of(entity, location, replayed).build();
    }

    /** The same, to which something is still to be added. */
    public static <T> ResponseBuilder<T> of(T entity, String location, boolean replayed) {
        if (replayed) {
            return ResponseBuilder.ok(entity).header(REPLAYED, "true");
        }
        ResponseBuilder<T> response = ResponseBuilder.create(RestResponse.Status.CREATED, entity);
        return location == null ? response : response.header(HttpHeaders.LOCATION, location);
    }
}
