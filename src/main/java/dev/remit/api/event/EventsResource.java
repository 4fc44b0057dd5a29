package dev.remit.api.event;

import dev.remit.api.PageQuery;
import dev.remit.api.Routes;
import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import dev.remit.feed.Feed;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** Everything that has ever happened to the ledger, over HTTP: as pages, or as a stream. */
@Path(Routes.EVENTS)
public class EventsResource {

    private static final String AFTER = "after";
    private static final String LIMIT = "limit";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Only what has not happened yet: a place for those who wait for it, and for nobody else. */
    private static final String NOW = "now";

    /** The first one is for those who take anything. */
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE)
                    .build();

    private final JournalReader journal;
    private final Feed feed;
    private final EventStreams streams;

    EventsResource(JournalReader journal, Feed feed, EventStreams streams) {
        this.journal = journal;
        this.feed = feed;
        this.streams = streams;
    }

    /** What is asked for: a page or a stream. */
    public record Query(
            @QueryParam(AFTER) String after,
            @HeaderParam(LAST_EVENT_ID) String lastEventId,
            @QueryParam(LIMIT) String limit,
            @QueryParam("type") List<String> types,
            @QueryParam("account") String account) {

        EventFilter filter() {
            return new EventFilter(EventType.query("type", types), Uuids.query("account", account));
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    public Response events(
            @BeanParam Query query,
            @Context Request request,
            @Context UriInfo uri,
            RoutingContext context) {
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        return form.getMediaType().equals(MediaType.SERVER_SENT_EVENTS_TYPE)
                ? stream(query, context)
                : page(query, uri);
    }

    private Response page(Query query, UriInfo uri) {
        EventPage page =
                EventPage.of(
                        journal.events(
                                query.filter(),
                                EventId.query(AFTER, query.after()),
                                PageQuery.limit(query.limit())));
        return PageQuery.answer(page, AFTER, page.next(), uri);
    }

    private Response stream(Query query, RoutingContext context) {
        if (query.limit() != null) {
            throw Problems.invalid(LIMIT, "is for pages only: a stream goes on");
        }
        EventFilter filter = query.filter();
        return Response.ok(
                        streams.stream(start(query), filter, context),
                        MediaType.SERVER_SENT_EVENTS_TYPE)
                .build();
    }

    /** What a client has seen last counts more than where it once began. */
    private EventPlace start(Query query) {
        if (query.lastEventId() != null) {
            return EventId.query(LAST_EVENT_ID, query.lastEventId());
        }
        return NOW.equals(query.after()) ? feed.now() : EventId.query(AFTER, query.after());
    }
}
