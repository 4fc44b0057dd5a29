package dev.remit.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi.Answer;
import dev.remit.Unusual;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants no console has none. */
@QuarkusTest
@TestProfile(Unusual.class)
class ConsoleOffTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/accounts",
                "/console/sign-in",
                "/console/assets/icon.svg"
            })
    void thereIsNothing(String path) {
        new Answer(given().accept("text/html, */*").get(path)).expectProblem(404, "not-found");
        new Answer(given().formParam("a", "b").post(path)).expectProblem(404, "not-found");
    }

    @Test
    void browsersAreSentToThePageThatShowsTheApi() {
        assertThat(
                        given().accept("text/html")
                                .redirects()
                                .follow(false)
                                .get("/")
                                .header("Location"))
                .endsWith("/q/swagger-ui/");
    }
}
