package dev.remit.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever asks too often has to wait, and nobody else. */
@QuarkusTest
@TestProfile(OnlyWithToken.AndSeldom.class)
class RateLimitTest {

    private static final int DAY = 24 * 60 * 60;

    Issuer issuer;

    @Test
    void eachCallerHasAsManyRequestsAsIsSaid() {
        String ann = issuer.token("ann", "ledger:audit");

        for (int left = OnlyWithToken.AndSeldom.REQUESTS - 1; left >= 0; left--) {
            Answer answer = ledger(ann);
            answer.expect(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"caller\";q=3;w=" + DAY);
            assertThat(answer.header("RateLimit")).startsWith("\"caller\";r=" + left + ";t=");
        }
        // Another token of the same caller, who may not even do it.
        Answer answer = ledger(issuer.token("ann", "accounts:read"));
        answer.expectProblem(429, "too-many-requests");
        int wait = Integer.parseInt(answer.header("Retry-After"));
        assertThat(wait).isBetween(1, DAY / OnlyWithToken.AndSeldom.REQUESTS + 1);
        assertThat(answer.header("RateLimit")).isEqualTo("\"caller\";r=0;t=" + wait);

        ledger(issuer.token("bob", "ledger:audit")).expect(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void whoIsNotKnownIsCountedByAddress() {
        String refused = new Issuer().token(UUID.randomUUID().toString(), "ledger:audit");
        for (int i = 0; i < OnlyWithToken.AndSeldom.REQUESTS; i++) {
            ledger(refused).expectProblem(401, "unauthorized");
        }

        ledger(refused).expectProblem(429, "too-many-requests");
        new Answer(given().get("/ledger")).expectProblem(429, "too-many-requests");
        ledger(issuer.token("cid", "ledger:audit")).expect(200);
    }

    private static Answer ledger(String token) {
        return new Answer(given().auth().oauth2(token).get("/ledger"));
    }
}
