package dev.remit.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON schemas, of published formats and of what is inside of a document. */
final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /**
     * What a published schema says against a document; nothing if all is well.
     *
     * @param name of a file in the test's resources
     */
    static List<String> violations(String name, SpecificationVersion version, JsonNode document) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schemas/" + name)) {
            ObjectNode schema = (ObjectNode) JSON.readTree(file);
            // Whatever is referred to is inside of it: nothing is ever fetched.
            schema.remove("$id");
            return violations(
                    SchemaRegistry.withDefaultDialect(version).getSchema(schema), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a schema in a document says against a value.
     *
     * @param document in which its references lead somewhere
     */
    static List<String> violations(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.get("components"));
        root.set("allOf", JSON.createArrayNode().add(schema));
        return violations(
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_2020_12,
                                builder ->
                                        builder.schemaRegistryConfig(
                                                com.networknt.schema.SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()))
                        .getSchema(root),
                value);
    }

    private static List<String> violations(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Error::toString).toList();
    }
}
