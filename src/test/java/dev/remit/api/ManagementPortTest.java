package dev.remit.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Unusual;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Built with quarkus.management.enabled, it tells of itself on another port only. */
@QuarkusTest
@TestProfile(Unusual.class)
class ManagementPortTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics"})
    void isWhereHealthAndMetricsAre(String path) {
        given().get(management.resolve(path)).then().statusCode(200);
        given().get(path).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/ledger"})
    void isNotWhereTheApiIs(String path) {
        given().get(path).then().statusCode(200);
        assertThat(given().get(management.resolve(path)).statusCode()).isEqualTo(404);
    }
}
