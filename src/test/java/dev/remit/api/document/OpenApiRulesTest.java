package dev.remit.api.document;

import static dev.remit.RemitApi.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The document is well made, so that programs can be made of it. The rules have the names that they
 * have in the linter spectral (its ruleset oas), which needs Node.js and is therefore no part of
 * the build. Of that one's, {@code oas3-operation-security-defined} does not apply: it knows scopes
 * of OAuth only; AccessTest looks at them.
 */
@QuarkusTest
class OpenApiRulesTest {

    /** What the answers to paths and methods are that the document does not list. */
    private static final Set<String> OF_WHAT_IS_NOT_LISTED =
            Set.of("#/components/responses/NotFound", "#/components/responses/MethodNotAllowed");

    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]*)}");

    private final List<String> violations = new ArrayList<>();
    private OpenApi document;

    @BeforeEach
    void read() {
        document = OpenApi.read();
    }

    /** oas3-schema. */
    @Test
    void isOpenApi() {
        assertThat(
                        Schemas.violations(
                                "openapi-3.1.json",
                                SpecificationVersion.DRAFT_2020_12,
                                document.root()))
                .isEmpty();
    }

    /** info-contact, info-description, info-license, oas3-api-servers. */
    @Test
    void saysWhoseItIs() {
        JsonNode info = document.root().get("info");

        assertThat(info.path("contact").path("name").asText()).isNotBlank();
        assertThat(info.path("description").asText()).isNotBlank();
        assertThat(info.path("license").path("name").asText()).isNotBlank();
        assertThat(document.root().path("servers")).hasSize(1);
    }

    /** openapi-tags, openapi-tags-uniqueness, tag-description, operation-tag-defined. */
    @Test
    void operationsHaveTagsThatThereAre() {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : document.root().get("tags")) {
            tags.add(tag.get("name").textValue());
            check(!tag.path("description").asText().isBlank(), "no description of " + tag);
        }

        assertThat(tags).isNotEmpty().doesNotHaveDuplicates();
        document.operations()
                .forEach(
                        (name, operation) -> {
                            JsonNode own = operation.path("tags");
                            check(
                                    own.size() == 1 && tags.contains(own.get(0).textValue()),
                                    name + " has the tags " + own);
                        });
        assertThat(violations).isEmpty();
    }

    /**
     * operation-operationId, operation-operationId-unique, operation-operationId-valid-in-url.
     * Clients name their methods by them.
     */
    @Test
    void operationsHaveNamesOfTheirOwn() {
        Set<String> seen = new HashSet<>();
        document.operations()
                .forEach(
                        (name, operation) -> {
                            String id = operation.path("operationId").asText();
                            check(id.matches("[a-z][A-Za-z]+"), name + " is called " + id);
                            check(seen.add(id), name + " is called as another: " + id);
                        });
        assertThat(violations).isEmpty();
    }

    /** operation-description, operation-success-response, oas3-parameter-description. */
    @Test
    void operationsSayWhatTheyDo() {
        document.operations()
                .forEach(
                        (name, operation) -> {
                            check(
                                    !operation.path("description").asText().isBlank(),
                                    name + " is not described");
                            check(
                                    fields(operation.get("responses")).stream()
                                            .anyMatch(status -> status.matches("[23]..")),
                                    name + " never succeeds");
                            for (JsonNode parameter : document.parameters(operation)) {
                                check(
                                        !parameter.path("description").asText().isBlank(),
                                        name + " does not describe " + parameter.get("name"));
                            }
                        });
        assertThat(violations).isEmpty();
    }

    /** path-params, operation-parameters, path-declarations-must-exist. */
    @Test
    void pathsNameTheirParameters() {
        document.operations()
                .forEach(
                        (name, operation) -> {
                            Set<String> inPath =
                                    IN_PATH.matcher(name)
                                            .results()
                                            .map(MatchResult::group)
                                            .collect(Collectors.toCollection(TreeSet::new));
                            Set<String> declared = new TreeSet<>();
                            Set<String> seen = new HashSet<>();
                            for (JsonNode parameter : document.parameters(operation)) {
                                String place = parameter.get("in").textValue();
                                String called = parameter.get("name").textValue();
                                check(seen.add(place + called), name + " has " + called + " twice");
                                if (place.equals("path")) {
                                    declared.add("{" + called + "}");
                                    check(
                                            parameter.path("required").asBoolean(),
                                            name + " does not need " + called);
                                }
                            }
                            check(inPath.equals(declared), name + " declares " + declared);
                        });
        assertThat(violations).isEmpty();
    }

    /** path-keys-no-trailing-slash, path-not-include-query. */
    @Test
    void pathsArePaths() {
        assertThat(fields(document.root().get("paths")))
                .allMatch(path -> path.matches("/|(/[^/?#]+)+"));
    }

    /** typed-enum, duplicated-entry-in-enum. */
    @Test
    void enumerationsAreOfTheirType() {
        document.objectsWith("enum")
                .forEach(
                        (place, schema) -> {
                            Set<JsonNode> values = new HashSet<>();
                            for (JsonNode value : schema.get("enum")) {
                                check(values.add(value), place + " has " + value + " twice");
                                check(
                                        schema.path("type").toString().contains("string")
                                                && value.isTextual(),
                                        place + " has " + value);
                            }
                        });
        assertThat(violations).isEmpty();
    }

    /** array-items. */
    @Test
    void listsSayOfWhat() {
        document.objectsWith("type")
                .forEach(
                        (place, schema) ->
                                check(
                                        !schema.get("type").toString().contains("\"array\"")
                                                || schema.has("items"),
                                        place + " is a list of anything"));
        assertThat(violations).isEmpty();
    }

    /** no-eval-in-markdown, no-script-tags-in-markdown. */
    @Test
    void textsHaveNoScripts() {
        assertThat(document.root().toString()).doesNotContain("<script", "eval(");
    }

    /** oas3-unused-component. */
    @Test
    void componentsAreUsed() {
        Set<String> used =
                document.root().findValues("$ref").stream()
                        .map(JsonNode::textValue)
                        .collect(Collectors.toSet());
        JsonNode components = document.root().get("components");
        for (String kind : fields(components)) {
            for (String name : fields(components.get(kind))) {
                String place = "#/components/" + kind + "/" + name;
                check(
                        used.contains(place)
                                || kind.equals("securitySchemes")
                                || OF_WHAT_IS_NOT_LISTED.contains(place),
                        place + " is not used");
            }
        }
        assertThat(violations).isEmpty();
    }

    /** oas3-valid-media-example, oas3-examples-value-or-externalValue. */
    @Test
    void examplesAreWhatTheySay() {
        Map<String, JsonNode> contents = document.objectsWith("content");
        assertThat(contents).isNotEmpty();
        contents.forEach(
                (place, content) ->
                        content.get("content")
                                .properties()
                                .forEach(
                                        type ->
                                                checkExamples(
                                                        place + " " + type.getKey(),
                                                        type.getValue())));
        document.objectsWith("in").forEach(this::checkExamples);
        document.root()
                .get("components")
                .get("headers")
                .properties()
                .forEach(header -> checkExamples(header.getKey(), header.getValue()));
        assertThat(violations).isEmpty();
    }

    /** oas3-valid-schema-example. */
    @Test
    void examplesOfSchemasAreTheirs() {
        document.objectsWith("examples")
                .forEach(
                        (place, schema) -> {
                            if (schema.get("examples").isArray()) {
                                for (JsonNode value : schema.get("examples")) {
                                    check(place, schema, value);
                                }
                            }
                        });
        assertThat(violations).isEmpty();
    }

    /** Generated clients tell answers apart by what is in them. */
    @Test
    void answersSayWhichMembersTheyHave() {
        Set<String> sent = document.sent();
        assertThat(sent).contains("NewTransfer", "AccountChange").doesNotContain("Transfer");
        for (String name : fields(document.schemas())) {
            JsonNode schema = document.schemas().get(name);
            check(
                    sent.contains(name)
                            || !schema.has("properties")
                            || !schema.path("required").isEmpty(),
                    name + " may be empty");
        }
        assertThat(violations).isEmpty();
    }

    private void checkExamples(String place, JsonNode shown) {
        JsonNode schema = shown.path("schema");
        if (shown.has("example")) {
            check(place, schema, shown.get("example"));
        }
        StreamSupport.stream(shown.path("examples").spliterator(), false)
                .map(document::resolve)
                .forEach(
                        example -> {
                            check(example.has("value"), place + " has an example without a value");
                            check(place, schema, example.path("value"));
                        });
    }

    private void check(String place, JsonNode schema, JsonNode value) {
        Schemas.violations(document.root(), schema, value)
                .forEach(violation -> violations.add(place + ": " + violation));
    }

    private void check(boolean isRight, String otherwise) {
        if (!isRight) {
            violations.add(otherwise);
        }
    }
}
