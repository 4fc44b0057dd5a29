package dev.remit.api.event;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.store.EventFilter;
import dev.remit.store.JournalReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Everything that has ever happened to the ledger, over HTTP. */
@Path(Routes.EVENTS)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final String AFTER = "after";

    private final JournalReader journal;

    EventsResource(JournalReader journal) {
        this.journal = journal;
    }

    @GET
    public Response events(
            @QueryParam(AFTER) String after,
            @QueryParam("limit") String limit,
            @QueryParam("type") List<String> types,
            @QueryParam("account") String account,
            @Context UriInfo uri) {
        EventFilter filter =
                new EventFilter(EventType.query("type", types), Uuids.query("account", account));
        EventPage page =
                EventPage.of(
                        journal.events(
                                filter, EventId.query(AFTER, after), PageQuery.limit(limit)));
        return PageQuery.answer(page, AFTER, page.next(), uri);
    }
}
