package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.store.Pages;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** Answers with all of something, however much it is. */
@ApplicationScoped
class Exports {

    /** As of which commit it is. */
    static final String SEQUENCE = "Remit-Sequence";

    private static final String GZIP = "gzip";

    private final ObjectMapper json;
    private final ExportSettings settings;
    private final Places places;

    Exports(ObjectMapper json, ExportSettings settings, Places places) {
        this.json = json;
        this.settings = settings;
        this.places = places;
    }

    /**
     * @param pages what is exported
     * @param row what a row of it is
     * @param columns of the rows, in order
     * @param asOf the commit as of which it is
     */
    <T> Response answer(
            RoutingContext context,
            Format format,
            Pages<T> pages,
            Function<T, ?> row,
            List<String> columns,
            long asOf) {
        Places.Place place = places.take().orElseThrow(Exports::overloaded);
        // Who asks with HEAD gets no export that would leave it.
        context.addEndHandler(ended -> place.leave());
        // While there still can be an answer that says what is wrong.
        List<T> first = pages.next();
        boolean isGzip = AcceptEncoding.takesGzip(context.request().getHeader("Accept-Encoding"));
        Export<T> export =
                new Export<>(
                        first,
                        pages,
                        row,
                        format.writer(json, columns),
                        isGzip,
                        new Reader(context, settings.patience()),
                        place);
        Response.ResponseBuilder answer =
                Response.ok(export)
                        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .header(SEQUENCE, asOf);
        return (isGzip ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP) : answer).build();
    }

    private static ProblemException overloaded() {
        return new ProblemException(
                Problem.of(
                        ProblemType.OVERLOADED,
                        "As many exports are under way as there may be; try again when one has ended."));
    }
}
