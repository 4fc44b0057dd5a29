package dev.remit.console;

import dev.remit.api.HttpEdge;
import dev.remit.api.event.FeedSettings;
import dev.remit.api.stream.LiveStream;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Sends parts of pages to browsers as they change. Who looks on follows, and is treated as those
 * who follow the feed.
 */
@Singleton
public class Live {

    /** In which browsers say what they have seen when they ask again. */
    public static final String LAST_SEEN = "Last-Event-ID";

    /** Shows that somebody is there, on both sides. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final HttpEdge edge;
    private final LiveStream.Times times;

    Live(HttpEdge edge, FeedSettings settings) {
        this.edge = edge;
        this.times = new LiveStream.Times(BEAT, settings.patience());
    }

    /**
     * Until the browser is to ask again, which it does when a part cannot be read, too; or until it
     * takes nothing any more, or the service ends.
     */
    public Response answer(RoutingContext context, Multi<LivePart> parts) {
        return Response.ok(
                        new LivePage(parts, edge, times, context),
                        MediaType.SERVER_SENT_EVENTS_TYPE)
                .build();
    }
}
