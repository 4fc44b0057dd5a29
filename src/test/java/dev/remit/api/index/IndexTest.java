package dev.remit.api.index;

import static dev.remit.RemitApi.fields;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IndexTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5"})
    void programsGetLinksAndEachLeadsSomewhere(String accept) {
        JsonNode links = new Answer(given().accept(accept).get("/")).expect(200);

        assertThat(fields(links))
                .containsExactly(
                        "accounts",
                        "summary",
                        "ledger",
                        "events",
                        "webhooks",
                        "monitors",
                        "openapi",
                        "asyncapi",
                        "page",
                        "health",
                        "metrics");
        assertThat(links)
                .allSatisfy(
                        link ->
                                assertThat(given().get(link.textValue()).statusCode())
                                        .isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", BROWSER})
    void browsersAreSentToTheConsole(String accept) {
        Response answer = given().accept(accept).redirects().follow(false).get("/");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/console");
        assertThat(answer.header("Vary")).isEqualTo("Accept");
        assertThat(given().accept(accept).get("/").asString())
                .contains("<title>Overview – Remit</title>");
    }

    @Test
    void nothingElseCanBeDoneThere() {
        new Answer(given().accept("application/xml").get("/")).expectProblem(406, "not-acceptable");
        new Answer(given().post("/")).expectProblem(405, "method-not-allowed");
    }
}
