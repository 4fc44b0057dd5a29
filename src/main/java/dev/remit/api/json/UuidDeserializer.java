package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.remit.api.Uuids;
import java.io.IOException;
import java.util.UUID;

/** Jackson's own takes base64 and more besides the usual form. */
class UuidDeserializer extends StdScalarDeserializer<UUID> {

    UuidDeserializer() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        String text = parser.getText();
        var id = Uuids.parse(text);
        return id.isPresent()
                ? id.get()
                : (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
    }
}
