package dev.remit.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers a call that makes something: 201 when it was made now, 200 when it had been before. */
public final class Answers {

    static final String REPLAYED = "Idempotency-Replayed";

    private Answers() {}

    /**
     * @param location where it is to be found; null if it is many things
     * @param replayed whether an earlier call had made it
     */
    public static Response made(Object entity, String location, boolean replayed) {
        if (replayed) {
            return Response.ok(entity).header(REPLAYED, "true").build();
        }
        Response.ResponseBuilder response = Response.status(Response.Status.CREATED);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return response.entity(entity).build();
    }
}
