package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event as people are shown it: in one line. */
final class EventLine {

    /** Of Remit's own types, which need not be told from anybody else's here. */
    static final String PREFIX = "dev.remit.";

    private static final int LONGEST_TYPE = 17;
    private static final int SHORTEST_TEXT = 10;

    private EventLine() {}

    /**
     * @param width to which what somebody has written is cut; empty for not
     */
    static String of(JsonNode event, OptionalInt width) {
        JsonNode data = event.path("data");
        String type = Json.text(event, "type");
        String known = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        List<String> parts = new ArrayList<>();
        parts.add(Json.text(event, "id"));
        parts.add(Json.time(event, "time"));
        parts.add(TextWidth.left(known, LONGEST_TYPE));
        parts.add(data.has("amount") ? movement(data) : Json.text(event, "subject"));
        String line = String.join("  ", parts);
        String text = Json.text(data, data.has("amount") ? "reference" : "name");
        if (text.isEmpty()) {
            return line;
        }
        int room = width.orElse(Integer.MAX_VALUE) - TextWidth.of(line) - 2;
        return line + "  " + TextWidth.cut(text, Math.max(SHORTEST_TEXT, room));
    }

    /** In minor units: an event does not tell of which currency. */
    private static String movement(JsonNode transfer) {
        return Stream.of(
                        Json.text(transfer, "amount") + ' ',
                        Json.text(transfer, "from"),
                        "->",
                        Json.text(transfer, "to"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
