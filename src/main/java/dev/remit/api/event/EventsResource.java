package dev.remit.api.event;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Everything that has ever happened to the ledger, over HTTP. */
@Path(Routes.EVENTS)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Only what has not happened yet: a place only for those who wait for it. */
    private static final String NOW = "now";

    /** Who does not say what he accepts wants a page. */
    private static final String STREAM = MediaType.SERVER_SENT_EVENTS + ";qs=0.5";

    private final JournalReader journal;
    private final EventStreams streams;

    EventsResource(JournalReader journal, EventStreams streams) {
        this.journal = journal;
        this.streams = streams;
    }

    @GET
    public Response events(
            @QueryParam(AFTER) String after,
            @QueryParam(LIMIT) String limit,
            @QueryParam("type") List<String> types,
            @QueryParam("account") String account,
            @Context UriInfo uri) {
        EventPage page =
                EventPage.of(
                        journal.events(
                                filter(types, account),
                                EventId.query(AFTER, after),
                                PageQuery.limit(limit)));
        return PageQuery.answer(page, AFTER, page.next(), uri);
    }

    @GET
    @Produces(STREAM)
    public Response follow(
            @HeaderParam(LAST_EVENT_ID) String lastEventId,
            @QueryParam(AFTER) String after,
            @QueryParam(LIMIT) String limit,
            @QueryParam("type") List<String> types,
            @QueryParam("account") String account,
            RoutingContext context) {
        if (limit != null) {
            throw Problems.invalid(LIMIT, "is for pages only: a stream goes on");
        }
        EventFilter filter = filter(types, account);
        return Response.ok(streams.stream(start(lastEventId, after), filter, context))
                .type(MediaType.SERVER_SENT_EVENTS)
                .build();
    }

    /** What a client has seen last counts more than where it once began. */
    private EventPlace start(String lastEventId, String after) {
        if (lastEventId != null) {
            return EventId.query(LAST_EVENT_ID, lastEventId);
        }
        return NOW.equals(after) ? journal.end() : EventId.query(AFTER, after);
    }

    private static EventFilter filter(List<String> types, String account) {
        return new EventFilter(
                EventType.query("type", types),
                account == null ? Set.of() : Set.of(Uuids.query("account", account)));
    }
}
