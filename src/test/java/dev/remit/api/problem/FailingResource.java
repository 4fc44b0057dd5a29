package dev.remit.api.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.exception.ConstraintViolationException;

/** Fails in every way that nobody has thought of. Exists in tests only. */
@Path("/failing")
@Produces(MediaType.APPLICATION_JSON)
public class FailingResource {

    static final String SECRET = "secret of dev.remit.Inner: SELECT balance FROM accounts";

    private final Intercepted intercepted;

    FailingResource(Intercepted intercepted) {
        this.intercepted = intercepted;
    }

    /** Before it comes here: while it is let in, say. */
    void failAtTheEdge(@Observes Router router) {
        router.get("/failing/edge")
                .order(-1)
                .handler(context -> context.fail(new IllegalStateException(SECRET)));
    }

    @GET
    @Path("/{way}")
    @Operation(hidden = true)
    public String fail(@PathParam("way") String way) throws Exception {
        switch (way) {
            case "runtime" -> throw new IllegalStateException(SECRET);
            case "null" -> throw new NullPointerException();
            case "checked" -> throw new IOException(SECRET);
            case "error" -> throw new AssertionError(SECRET);
            case "linkage" -> throw new NoClassDefFoundError("dev/remit/Inner");
            case "overflow" -> throw new StackOverflowError();
            case "caused" -> throw new RuntimeException(SECRET, new IOException(SECRET));
            case "sql" -> throw new SQLException(SECRET, "42P01");
            case "hibernate" ->
                    throw new ConstraintViolationException(
                            SECRET, new SQLException(SECRET, "23514"), "accounts_balance_range");
            case "persistence" ->
                    throw new PersistenceException(SECRET, new SQLException(SECRET, "42601"));
            case "validation" -> throw new ValidationException(SECRET);
            case "violation" ->
                    throw new jakarta.validation.ConstraintViolationException(SECRET, null);
            case "json" -> new ObjectMapper().readTree("{");
            case "intercepted" -> intercepted.fail();
            case "http" -> throw new InternalServerErrorException(SECRET);
            case "gateway" -> throw new WebApplicationException(SECRET, 502);
            default -> throw new UncheckedIOException(SECRET, new IOException(way));
        }
        return way;
    }

    @GET
    @Path("/later/{way}")
    @Operation(hidden = true)
    public CompletionStage<String> failLater(@PathParam("way") String way) {
        return CompletableFuture.failedFuture(
                way.equals("wrapped")
                        ? new CompletionException(new IllegalStateException(SECRET))
                        : new IllegalStateException(SECRET));
    }

    @GET
    @Path("/answer/unwritable")
    @Operation(hidden = true)
    public Unwritable unwritable() {
        return new Unwritable();
    }

    /** Fails when it is made JSON of. */
    public static class Unwritable {

        public String getValue() {
            throw new IllegalStateException(SECRET);
        }
    }

    /** What a checked exception becomes behind an interceptor. */
    @ApplicationScoped
    public static class Intercepted {

        @Transactional
        void fail() throws Exception {
            throw new Exception(SECRET);
        }
    }
}
