package dev.remit.api.problem;

import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller sends comes back in part only. */
@QuarkusTest
class EchoTest {

    private static final int LONGEST = 250;

    @ParameterizedTest
    @CsvSource({
        "/accounts/, '', account",
        "/accounts/, /transfers, account",
        "/transfers/, '', transfer"
    })
    void longIdIsCut(String before, String behind, String member) {
        JsonNode problem =
                get(before + "x".repeat(3000) + behind).expectProblem(404, member + "-not-found");

        assertThat(problem.get(member).textValue()).startsWith("xxx").hasSizeLessThan(LONGEST);
        assertThat(problem.get("detail").textValue()).hasSizeLessThan(LONGEST);
    }

    @Test
    void longNameOfAFieldIsNotRepeated() {
        JsonNode problem =
                post("/accounts", Map.of("f".repeat(10_000), 1))
                        .expectProblem(400, "malformed-request");

        assertThat(problem.get("detail").textValue()).hasSizeLessThan(LONGEST);
    }
}
