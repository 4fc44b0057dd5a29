package dev.remit.console;

import dev.remit.api.HttpEdge;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends parts of pages to browsers as they change, in Server-Sent Events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML: Server-sent
 *     events</a>
 */
@Singleton
public class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);

    /** In which browsers say what they have seen when they ask again. */
    public static final String LAST_SEEN = "Last-Event-ID";

    /**
     * Then the browser asks again, with the token that it has by then: nobody goes on watching
     * whose token has ended.
     */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Shows that somebody is there, on both sides. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    /**
     * How many parts may be ready for somebody who has not taken them yet. The framework takes no
     * fewer.
     */
    private static final int AHEAD = 16;

    private final HttpEdge edge;
    private final Sse sse;

    Live(HttpEdge edge, Sse sse) {
        this.edge = edge;
        this.sse = sse;
    }

    /**
     * A part of a page.
     *
     * @param place what the browser says when it asks again; null for nothing
     */
    public OutboundSseEvent part(String name, String place, TemplateInstance part) {
        OutboundSseEvent.Builder event =
                sse.newEventBuilder()
                        .name(name)
                        .data(String.class, part.render())
                        .reconnectDelay(BEAT.toMillis());
        return place == null ? event.build() : event.id(place).build();
    }

    public OutboundSseEvent part(String name, TemplateInstance part) {
        return part(name, null, part);
    }

    /**
     * Until the browser is to ask again, which it does when a part cannot be read, too; or until
     * the service ends.
     */
    public Multi<OutboundSseEvent> stream(Multi<OutboundSseEvent> parts) {
        Multi<OutboundSseEvent> beats =
                Multi.createFrom()
                        .ticks()
                        .every(BEAT)
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("").build());
        return Multi.createBy()
                .merging()
                .withRequests(AHEAD)
                .streams(parts, beats)
                .select()
                .first(part -> !edge.isClosing())
                .select()
                .first(LONGEST)
                .onFailure()
                .invoke(failed -> LOG.warnf("A live page could not go on: %s", failed))
                .onFailure()
                .recoverWithCompletion();
    }
}
