package dev.remit;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.api.problem.BadRequest;
import dev.remit.api.problem.BadRequestsTest;
import dev.remit.api.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document says what the service does: no more and no less. */
@QuarkusTest
class OpenApiTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private JsonNode document;

    @BeforeEach
    void read() {
        document =
                json(
                        given().accept("application/json")
                                .get("/q/openapi")
                                .then()
                                .statusCode(200)
                                .extract()
                                .body()
                                .asString());
    }

    @Test
    void listsExactlyTheOperationsThatThereAre() {
        assertThat(operations().keySet()).isEqualTo(ImplementedOperations.all());
    }

    /** A path that PathMethods does not know, or knows with other methods, is found here. */
    @Test
    void everyPathTellsItsMethods() {
        for (String path : fields(document.get("paths"))) {
            Set<String> methods = new TreeSet<>(List.of("OPTIONS"));
            for (String method : fields(document.get("paths").get(path))) {
                methods.addAll(
                        method.equals("get")
                                ? List.of("GET", "HEAD")
                                : List.of(method.toUpperCase(Locale.ROOT)));
            }

            String called = path.replace("{id}", UUID.randomUUID().toString());
            Answer answer = new Answer(given().request("FOO", called));

            answer.expectProblem(405, "method-not-allowed");
            assertThat(answer.header("Allow").split(", "))
                    .containsExactlyInAnyOrderElementsOf(methods);
        }
    }

    @Test
    void saysWhatItIs() {
        JsonNode info = document.get("info");

        assertThat(info.get("title").textValue()).isEqualTo("Remit");
        assertThat(info.get("version").textValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(info.get("description").textValue()).isNotBlank();
        assertThat(info.get("license").get("name").textValue()).isEqualTo("Apache-2.0");
    }

    @Test
    void everyOperationIsDescribed() {
        operations()
                .forEach(
                        (name, operation) -> {
                            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
                            assertThat(operation.path("description").asText())
                                    .as(name)
                                    .isNotBlank();
                            assertThat(operation.path("tags")).as(name).hasSize(1);
                            assertThat(operation.path("operationId").asText())
                                    .as(name)
                                    .isNotBlank();
                            assertThat(fields(operation.get("responses")))
                                    .as(name)
                                    .anyMatch(status -> status.startsWith("2"))
                                    .contains("500", "503");
                        });
    }

    @Test
    void everyParameterAndResponseIsDescribed() {
        operations()
                .forEach(
                        (name, operation) -> {
                            operation
                                    .path("parameters")
                                    .forEach(parameter -> assertDescribed(name, parameter));
                            operation
                                    .get("responses")
                                    .forEach(response -> assertDescribed(name, response));
                        });
    }

    @Test
    void answersWithABodyHaveASchemaAndAnExample() {
        operations()
                .forEach(
                        (name, operation) ->
                                operation
                                        .get("responses")
                                        .forEach(response -> assertShown(name, resolve(response))));
    }

    /** What it is made of is the service's affair: a client gives it back as it is. */
    @Test
    void theNextOfEveryPageIsAText() {
        List<JsonNode> cursors =
                document.at("/components/schemas").findValues("properties").stream()
                        .filter(schema -> schema.has("items") && schema.has("next"))
                        .map(schema -> schema.get("next"))
                        .toList();

        assertThat(cursors)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        next -> {
                            assertThat(fields(next))
                                    .containsExactlyInAnyOrder("type", "description");
                            assertThat(next.get("type"))
                                    .extracting(JsonNode::textValue)
                                    .containsExactly("string", "null");
                        });
    }

    @Test
    void documentsWhatBadRequestsGet() {
        Map<String, JsonNode> operations = operations();
        BadRequestsTest.badRequests()
                .forEach(
                        bad ->
                                operations.forEach(
                                        (name, operation) -> {
                                            if (isCall(bad, name)) {
                                                assertDocumented(bad, operation);
                                            }
                                        }));
    }

    @Test
    void everyKindOfProblemAppears() {
        String text = document.toString();

        for (ProblemType type : ProblemType.values()) {
            assertThat(text).contains("\"urn:remit:problem:" + type.slug() + "\"");
            assertThat(text).contains("\"title\":\"" + type.title() + "\"");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(
                        reference ->
                                assertThat(
                                                document.at(reference.textValue().substring(1))
                                                        .isMissingNode())
                                        .as(reference.textValue())
                                        .isFalse());
    }

    private void assertDescribed(String name, JsonNode part) {
        assertThat(resolve(part).path("description").asText()).as(name).isNotBlank();
    }

    private static void assertShown(String name, JsonNode response) {
        for (JsonNode content : response.path("content")) {
            assertThat(content.has("schema")).as(name).isTrue();
            assertThat(content.get("examples")).as(name).isNotEmpty();
        }
    }

    private void assertDocumented(BadRequest bad, JsonNode operation) {
        JsonNode response = operation.get("responses").path(String.valueOf(bad.status()));
        assertThat(response.isMissingNode()).as(bad.toString()).isFalse();
        JsonNode example =
                resolve(response)
                        .path("content")
                        .path("application/problem+json")
                        .path("examples")
                        .path(bad.slug())
                        .path("value");
        assertThat(example.path("type").asText())
                .as(bad.toString())
                .isEqualTo("urn:remit:problem:" + bad.slug());
        assertThat(example.path("status").asInt()).isEqualTo(bad.status());
    }

    /** Whether the request is one of this operation's: of that path and that method. */
    private static boolean isCall(BadRequest bad, String operation) {
        String[] parts = operation.split(" ");
        String path = bad.path().replaceFirst("\\?.*", "");
        boolean fixed = path.matches("/accounts/(batch|summary)|/transfers/batch");
        return parts[0].equals(bad.method())
                && (fixed
                        ? parts[1].equals(path)
                        : Pattern.matches(parts[1].replace("{id}", "[^/]+"), path));
    }

    private JsonNode resolve(JsonNode part) {
        return part.has("$ref") ? document.at(part.get("$ref").textValue().substring(1)) : part;
    }

    /** By "METHOD path". */
    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        JsonNode paths = document.get("paths");
        for (String path : fields(paths)) {
            for (String method : fields(paths.get(path))) {
                if (METHODS.contains(method)) {
                    operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path,
                            paths.get(path).get(method));
                }
            }
        }
        return operations;
    }
}
