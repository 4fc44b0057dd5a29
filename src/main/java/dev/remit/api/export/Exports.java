package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.stream.Streams;
import dev.remit.store.Pages;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** Answers with all of something, however much it is. */
@Singleton
final class Exports {

    /** As of which commit it is. */
    static final String SEQUENCE = "Remit-Sequence";

    private static final String GZIP = "gzip";

    private final ObjectMapper json;
    private final Streams streams;

    Exports(ObjectMapper json, ExportSettings settings) {
        this.json = json;
        this.streams = new Streams("exports", settings.limit(), settings.patience());
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
        boolean isGzip = AcceptEncoding.takesGzip(context.request().getHeader("Accept-Encoding"));
        Export<T> export = new Export<>(pages, row, format, columns, json, isGzip);
        Response.ResponseBuilder answer =
                Response.ok(streams.guard(export, context))
                        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .header(SEQUENCE, asOf);
        return (isGzip ? answer.header(HttpHeaders.CONTENT_ENCODING, GZIP) : answer).build();
    }
}
