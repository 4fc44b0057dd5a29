package dev.remit.api.export;

import dev.remit.store.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Exports that end in the middle, or never. Exists in tests only. */
@Path("/odd-exports")
@RunOnVirtualThread
public class OddExportsResource {

    /** Nothing that can be compressed to nearly nothing. */
    private static final List<String> PAGE =
            Stream.generate(() -> UUID.randomUUID().toString()).limit(1000).toList();

    private final Exports exports;

    OddExportsResource(Exports exports) {
        this.exports = exports;
    }

    /**
     * @param pages how many there are before one cannot be read
     */
    @GET
    @Path("/broken")
    @Operation(hidden = true)
    public Response broken(@QueryParam("pages") int pages, RoutingContext context) {
        return answer(new Countdown(pages), context);
    }

    @GET
    @Path("/endless")
    @Operation(hidden = true)
    public Response endless(RoutingContext context) {
        return answer(() -> PAGE, context);
    }

    private Response answer(Pages<String> pages, RoutingContext context) {
        return exports.answer(context, Format.NDJSON, pages, Function.identity(), List.of(), 1);
    }

    private static final class Countdown implements Pages<String> {

        private int left;

        Countdown(int pages) {
            left = pages;
        }

        @Override
        public List<String> next() {
            if (left == 0) {
                throw new IllegalStateException("secret");
            }
            left--;
            return PAGE;
        }
    }
}
