package dev.remit.commit;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In tests nobody ends holds but who is asked to. */
@QuarkusTest
class HoldExpiryTest {

    @Inject HoldExpiry expiry;
    @Inject Clock clock;

    private final Map<String, Object> request = new HashMap<>(Map.of("amount", 5, "pending", true));

    @Test
    void whatIsDueEndsAndNothingElse() throws Exception {
        UUID from = account(100);
        request.put("from", from);
        request.put("to", account(0));
        String open = hold();
        request.put("expiresIn", "PT1H");
        String later = hold();
        request.put("expiresIn", "PT0.001S");
        String due = hold();
        awaitTime(due);

        // Its time is up, although nobody has released it yet.
        assertThat(
                        post("/transfers/" + due + "/post")
                                .expectProblem(409, "transfer-settled")
                                .get("state")
                                .textValue())
                .isEqualTo("expired");
        post("/transfers/" + due + "/void").expectProblem(409, "transfer-settled");
        assertThat(held(from)).isEqualTo(15);

        assertThat(expiry.endSome()).isPositive();

        JsonNode ended = get("/transfers/" + due).expect(200);
        assertThat(ended.get("state").textValue()).isEqualTo("expired");
        JsonNode end = get("/transfers/" + ended.get("settledBy").textValue()).expect(200);
        assertThat(end.get("kind").textValue()).isEqualTo("expiry");
        assertThat(end.get("hold").textValue()).isEqualTo(due);
        assertThat(end.get("amount").longValue()).isEqualTo(5);
        assertThat(state(open)).isEqualTo("pending");
        assertThat(state(later)).isEqualTo("pending");
        assertThat(held(from)).isEqualTo(10);
        assertThat(expiry.endSome()).isZero();
        post("/transfers/" + open + "/post").expect(201);
        post("/transfers/" + later + "/void").expect(201);
        assertThat(held(from)).isZero();
    }

    private String hold() {
        return post("/transfers", request).expect(201).get("id").textValue();
    }

    private void awaitTime(String hold) {
        Instant time =
                Instant.parse(get("/transfers/" + hold).expect(200).get("expiresAt").textValue());
        await().until(() -> clock.instant().isAfter(time));
    }

    private static String state(String hold) {
        return get("/transfers/" + hold).expect(200).get("state").textValue();
    }

    private static long held(UUID account) {
        return get("/accounts/" + account).expect(200).get("held").longValue();
    }
}
