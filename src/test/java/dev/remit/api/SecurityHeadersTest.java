package dev.remit.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer tells browsers to be careful with it. */
@QuarkusTest
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/ledger", "/accounts/summary", "/accounts/none"})
    void answersOfTheApiAreNeitherKeptNorShown(String path) {
        assertOfApi(given().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/transfers", "/ledger"})
    void soAreProblems(String path) {
        assertOfApi(given().body("x").post(path));
        assertOfApi(given().request("FOO", path));
        assertOfApi(given().delete("/accounts/" + UUID.randomUUID()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/swagger-ui/", "/q/openapi", "/q/health/live", "/nothing"})
    void nobodyPutsAPageIntoAFrame(String path) {
        Response response = given().get(path);

        assertThat(response.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
        assertCommon(response);
    }

    private static void assertOfApi(Response response) {
        assertThat(response.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertCommon(response);
    }

    private static void assertCommon(Response response) {
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        // It would bind a browser to a port that is not there.
        assertThat(response.header("Strict-Transport-Security")).isNull();
    }
}
