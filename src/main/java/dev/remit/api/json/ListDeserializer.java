package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads no more items of a list than its {@link Size} allows: validation comes too late to keep a
 * million of them out of memory.
 */
class ListDeserializer extends StdDeserializer<List<Object>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<Object> itemReader;
    private final int limit;

    ListDeserializer() {
        this(null, Integer.MAX_VALUE);
    }

    private ListDeserializer(JsonDeserializer<Object> itemReader, int limit) {
        super(List.class);
        this.itemReader = itemReader;
        this.limit = limit;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty list)
            throws JsonMappingException {
        JavaType item = context.getContextualType().getContentType();
        Size size = list == null ? null : list.getAnnotation(Size.class);
        return new ListDeserializer(
                context.findContextualValueDeserializer(item, list),
                size == null ? Integer.MAX_VALUE : size.max());
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Object> deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            return (List<Object>) context.handleUnexpectedToken(List.class, parser);
        }
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (items.size() == limit) {
                throw new TooManyItemsException(parser, limit);
            }
            items.add(token == JsonToken.VALUE_NULL ? null : item(parser, context, items));
        }
        return items;
    }

    private Object item(JsonParser parser, DeserializationContext context, List<Object> before)
            throws IOException {
        try {
            return itemReader.deserialize(parser, context);
        } catch (JsonMappingException e) {
            e.prependPath(before, before.size());
            throw e;
        }
    }
}
