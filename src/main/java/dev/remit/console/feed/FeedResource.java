package dev.remit.console.feed;

import dev.remit.api.PageQuery;
import dev.remit.api.access.Access;
import dev.remit.api.event.EventId;
import dev.remit.console.ConsoleRoutes;
import dev.remit.console.Html;
import dev.remit.console.Live;
import dev.remit.console.LivePart;
import dev.remit.console.Visitor;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.Page;
import dev.remit.store.RecordedEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Everything that happens, newest first, and as it happens. */
@Path(ConsoleRoutes.FEED)
public class FeedResource {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final int MOST_ROWS = 200;

    @CheckedTemplate(basePath = "console")
    static class Templates {

        static native TemplateInstance feed(Visitor visitor, FeedPage page);

        static native TemplateInstance feed$rows(List<EventView> events);
    }

    /**
     * @param next where older ones are; null if there are none
     * @param last the place behind which there is what happens from now on; null if this is not the
     *     first page
     */
    record FeedPage(List<EventView> events, String next, String last) {}

    private final JournalReader journal;
    private final EventViews views;
    private final Happenings happenings;
    private final Access access;
    private final Live live;

    FeedResource(
            JournalReader journal,
            EventViews views,
            Happenings happenings,
            Access access,
            Live live) {
        this.journal = journal;
        this.views = views;
        this.happenings = happenings;
        this.access = access;
        this.live = live;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@QueryParam(BEFORE) String before, RoutingContext context) {
        EventPlace place = before == null ? null : EventId.query(BEFORE, before);
        Page<RecordedEvent, EventPlace> found =
                journal.eventsBefore(place, PageQuery.DEFAULT_LIMIT);
        FeedPage page =
                new FeedPage(
                        views.of(found.items()),
                        found.next() == null
                                ? null
                                : ConsoleRoutes.FEED + "?before=" + EventId.of(found.next()),
                        before == null ? newest(found.items()) : null);
        return Html.page(Templates.feed(Visitor.of(access, context), page));
    }

    @GET
    @Path(ConsoleRoutes.STREAM)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response live(
            @QueryParam(AFTER) String after,
            @HeaderParam(Live.LAST_SEEN) String lastSeen,
            RoutingContext context) {
        EventPlace place = EventId.query(AFTER, lastSeen == null ? after : lastSeen);
        return live.answer(context, happenings.after(place).map(this::rows));
    }

    /** Of more than anybody reads at once, the last ones. */
    private LivePart rows(List<RecordedEvent> events) {
        List<RecordedEvent> newest =
                events.subList(Math.max(0, events.size() - MOST_ROWS), events.size()).reversed();
        return LivePart.of("rows", newest(newest), Templates.feed$rows(views.of(newest)));
    }

    /**
     * @param events newest first
     */
    private static String newest(List<RecordedEvent> events) {
        return EventId.of(events.isEmpty() ? EventPlace.BEGINNING : events.getFirst().place());
    }
}
