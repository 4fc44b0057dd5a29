package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes times as ISO 8601 in UTC with all six digits of the microseconds, so that they sort as
 * texts, too.
 */
public class TimeSerializer extends StdSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    TimeSerializer() {
        super(Instant.class);
    }

    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeString(text(time));
    }
}
