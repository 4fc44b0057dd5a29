package dev.remit.api.index;

import dev.remit.api.Pages;
import dev.remit.api.Routes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What somebody finds who knows nothing but the address of the service: a program the links to all
 * else, a browser a page to begin with.
 */
@Path(Routes.INDEX)
public class IndexResource {

    /** Less than that of JSON, for those who take anything. */
    private static final String PAGE = MediaType.TEXT_HTML + ";qs=0.5";

    private final Pages pages;

    IndexResource(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public IndexResponse index() {
        return IndexResponse.LINKS;
    }

    @GET
    @Produces(PAGE)
    public Response page() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, pages.start().orElseGet(IndexResponse.LINKS::page))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
