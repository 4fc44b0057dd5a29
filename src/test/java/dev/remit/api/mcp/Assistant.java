package dev.remit.api.mcp;

import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.restassured.http.ContentType;
import java.util.Map;

/**
 * Asks as assistants do.
 *
 * @param token null to bring none
 */
record Assistant(String token) {

    /** Whatever is sent. */
    Answer send(String message) {
        return new Answer(
                (token == null ? given() : given().auth().oauth2(token))
                        .contentType(ContentType.JSON)
                        .accept("application/json, text/event-stream")
                        .body(message)
                        .post("/mcp"));
    }

    /** The result of a method. */
    JsonNode ask(String method, Map<String, ?> parameters) {
        JsonNode answer = answer(method, parameters);
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        return answer.get("result");
    }

    JsonNode answer(String method, Map<String, ?> parameters) {
        JsonNode answer =
                send(text(
                                Map.of(
                                        "jsonrpc",
                                        "2.0",
                                        "id",
                                        7,
                                        "method",
                                        method,
                                        "params",
                                        parameters)))
                        .expect(200);
        assertThat(answer.get("jsonrpc").textValue()).isEqualTo("2.0");
        assertThat(answer.get("id").intValue()).isEqualTo(7);
        return answer;
    }

    /** What a tool answers. */
    JsonNode call(String tool, Map<String, ?> arguments) {
        return called(tool, arguments, false);
    }

    /** The problem that a tool has. */
    JsonNode fail(String tool, Map<String, ?> arguments) {
        return called(tool, arguments, true);
    }

    private JsonNode called(String tool, Map<String, ?> arguments, boolean isError) {
        JsonNode result = ask("tools/call", Map.of("name", tool, "arguments", arguments));
        assertThat(result.get("isError").booleanValue()).as(result.toString()).isEqualTo(isError);
        JsonNode content = result.get("content").get(0);
        assertThat(json(content.get("text").textValue()))
                .isEqualTo(result.get("structuredContent"));
        return result.get("structuredContent");
    }
}
