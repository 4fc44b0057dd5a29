package dev.remit.console;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;

/**
 * A part of a page, to be put where the old one is.
 *
 * @param place what the browser says when it asks again; null for nothing
 */
public record LivePart(String name, String place, String html) {

    public static LivePart of(String name, String place, TemplateInstance part) {
        return new LivePart(name, place, part.render());
    }

    public static LivePart of(String name, TemplateInstance part) {
        return of(name, null, part);
    }

    /**
     * As a Server-Sent Event.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML:
     *     Server-sent events</a>
     */
    Buffer event() {
        Buffer event = Buffer.buffer("event: " + name + '\n');
        if (place != null) {
            event.appendString("id: " + place + '\n');
        }
        html.lines().forEach(line -> event.appendString("data: " + line + '\n'));
        return event.appendString("\n");
    }
}
