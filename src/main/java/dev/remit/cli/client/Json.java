package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What people are shown of the values in an answer. Nothing stands for null, and for nothing. */
final class Json {

    private Json() {}

    /** On one line, and harmless to a terminal. */
    static String text(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isNull() ? "" : TextWidth.harmless(value.asText());
    }

    /** To the second. */
    static String time(JsonNode document, String field) {
        String time = text(document, field);
        try {
            return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    /** The names and values of an object. */
    static String pairs(JsonNode document, String field) {
        return document.path(field).properties().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue().asText())
                .map(TextWidth::harmless)
                .collect(Collectors.joining(", "));
    }
}
