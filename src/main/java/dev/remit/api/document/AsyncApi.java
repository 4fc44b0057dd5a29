package dev.remit.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The document about what the service tells by itself. What is told has the schemas of the API, so
 * they are taken from its document, those that are needed.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0</a>
 */
@Singleton
class AsyncApi {

    private static final String SOURCE = "/META-INF/asyncapi.yaml";
    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenApiDocumentService openApi;

    AsyncApi(OpenApiDocumentService openApi) {
        this.openApi = openApi;
    }

    /** As JSON. It is made anew each time: hardly anybody asks for it, and nobody twice. */
    byte[] document() {
        ObjectMapper json = new ObjectMapper();
        try (InputStream source = AsyncApi.class.getResourceAsStream(SOURCE)) {
            JsonNode api =
                    json.readTree(
                            openApi.getDocument(
                                    OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
            ObjectNode document = (ObjectNode) new YAMLMapper().readTree(source);
            ObjectNode info = (ObjectNode) document.get("info");
            info.set("version", api.get("info").get("version"));
            ObjectNode components = (ObjectNode) document.get("components");
            ObjectNode schemas = components.putObject("schemas");
            addSchemas(document, api.get("components").get("schemas"), schemas);
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what a part of the document refers to, and what that refers to. */
    private static void addSchemas(JsonNode part, JsonNode all, ObjectNode schemas) {
        for (JsonNode reference : part.findValues("$ref")) {
            String text = reference.textValue();
            String name = text.substring(text.lastIndexOf('/') + 1);
            if (text.startsWith(SCHEMAS) && !schemas.has(name)) {
                schemas.set(name, all.get(name));
                addSchemas(all.get(name), all, schemas);
            }
        }
    }
}
