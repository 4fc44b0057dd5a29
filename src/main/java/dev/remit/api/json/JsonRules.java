package dev.remit.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reads JSON to the letter. By default Jackson makes 1 of {@code 1.5} and 10 of {@code "10"}, and
 * overlooks unknown fields, the first of two equal fields and whatever follows the end: where money
 * is moved, each of these is a mistake that its sender wants to hear of.
 */
@Singleton
class JsonRules implements ObjectMapperCustomizer {

    /** More than any request needs, and little enough that what is echoed of it is short. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNameLength(200)
                    .maxNumberLength(100)
                    .maxStringLength(64 * 1024)
                    .build();

    @Override
    @SuppressWarnings(
            "deprecation") // ALLOW_COERCION_OF_SCALARS has no successor for all types at once
    public void customize(ObjectMapper mapper) {
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // Neither is a text what was sent as a number or a truth value.
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.getFactory().setStreamReadConstraints(LIMITS).setInputDecorator(new Utf8Only());
        mapper.registerModule(
                new SimpleModule()
                        .addDeserializer(UUID.class, new UuidDeserializer())
                        .addDeserializer(List.class, new ListDeserializer())
                        .addSerializer(Instant.class, new TimeSerializer()));
    }
}
