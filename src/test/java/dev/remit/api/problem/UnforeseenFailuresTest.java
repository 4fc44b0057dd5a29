package dev.remit.api.problem;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UnforeseenFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edge",
                "runtime",
                "null",
                "checked",
                "error",
                "linkage",
                "overflow",
                "caused",
                "sql",
                "hibernate",
                "persistence",
                "validation",
                "violation",
                "json",
                "intercepted",
                "http",
                "gateway",
                "unchecked",
                "later/plain",
                "later/wrapped",
                "answer/unwritable"
            })
    void areInternalErrorsThatTellNothing(String way) {
        Answer answer = get("/failing/" + way);

        JsonNode problem = answer.expectProblem(500, "internal-error");
        assertThat(fields(problem)).containsExactly("type", "title", "status", "detail");
        InnerLife.assertNotIn(answer.response().asString());
        assertThat(answer.response().asString()).doesNotContain("secret");
        assertThat(answer.response().headers().toString()).doesNotContain("secret");
    }
}
