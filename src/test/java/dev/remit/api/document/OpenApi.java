package dev.remit.api.document;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.json;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The document that the service hands out. */
record OpenApi(JsonNode root) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final String SCHEMAS = "#/components/schemas/";

    static OpenApi read() {
        return new OpenApi(
                json(
                        given().accept("application/json")
                                .get("/q/openapi")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()));
    }

    /** By "METHOD path". */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (String path : fields(root.get("paths"))) {
            for (String method : fields(root.get("paths").get(path))) {
                if (METHODS.contains(method)) {
                    operations.put(
                            method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                            root.get("paths").get(path).get(method));
                }
            }
        }
        return operations;
    }

    List<JsonNode> parameters(JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(it -> parameters.add(resolve(it)));
        return parameters;
    }

    /** Where it leads, or what is there. */
    JsonNode resolve(JsonNode part) {
        return part.has("$ref") ? at(part.get("$ref").textValue()) : part;
    }

    JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }

    JsonNode schemas() {
        return root.get("components").get("schemas");
    }

    /** The names of the schemas of what callers send, and of what is in it. */
    Set<String> sent() {
        Set<String> names = new HashSet<>();
        operations().values().forEach(it -> collect(it.path("requestBody"), names));
        return names;
    }

    private void collect(JsonNode part, Set<String> names) {
        for (JsonNode reference : part.findValues("$ref")) {
            String place = reference.textValue();
            if (place.startsWith(SCHEMAS) && names.add(place.substring(SCHEMAS.length()))) {
                collect(at(place), names);
            }
        }
    }

    /** Every object of the document with the place where it is. */
    void walk(BiConsumer<String, JsonNode> visitor) {
        walk("#", root, visitor);
    }

    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            for (String name : fields(node)) {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                walk(place + "/" + escaped, node.get(name), visitor);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(place + "/" + i, node.get(i), visitor);
            }
        }
    }

    /** Those objects that have such a member, which is no member of an example, by their places. */
    Map<String, JsonNode> objectsWith(String member) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        walk(
                (place, node) -> {
                    if (node.has(member) && !place.matches(".*/(value|examples?)(/.*)?")) {
                        found.put(place, node);
                    }
                });
        return found;
    }
}
