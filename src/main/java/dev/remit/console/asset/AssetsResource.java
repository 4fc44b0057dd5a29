package dev.remit.console.asset;

import dev.remit.api.export.AcceptEncoding;
import dev.remit.console.ConsoleRoutes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** What the pages load. Its address changes with its content, so browsers may keep it for ever. */
@Path(ConsoleRoutes.ASSETS)
public class AssetsResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @GET
    @Path(ConsoleRoutes.ID)
    public Response get(
            @PathParam("id") String name, @Context HttpHeaders headers, @Context Request request) {
        Asset asset = Asset.of(name).orElseThrow(NotFoundException::new);
        boolean isCompressed =
                AcceptEncoding.takesGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        EntityTag tag = new EntityTag(asset.tag() + (isCompressed ? "-gzip" : ""));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer =
                    Response.ok(isCompressed ? asset.compressed() : asset.content(), asset.type())
                            .tag(tag);
            if (isCompressed) {
                answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        return answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }
}
