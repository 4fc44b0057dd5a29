package dev.remit.commit;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.ledger.DerivedId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody looks for holds whose time is up here but this test. */
@QuarkusTest
class HoldExpiryTest {

    @Inject HoldExpiry expiry;

    private UUID from;
    private UUID to;

    @BeforeEach
    void openTwoAccounts() {
        from = account(100);
        to = account(0);
    }

    @Test
    void releasesWhatIsHeld() throws Exception {
        JsonNode hold = expired();

        assertThat(expiry.endSome()).isPositive();

        JsonNode settled = get("/transfers/" + id(hold)).expect(200);
        assertThat(settled.get("state").textValue()).isEqualTo("expired");
        JsonNode end = get("/transfers/" + settled.get("settledBy").textValue()).expect(200);
        assertThat(end.get("kind").textValue()).isEqualTo("expiry");
        assertThat(end.get("hold")).isEqualTo(hold.get("id"));
        assertThat(end.get("amount")).isEqualTo(hold.get("amount"));
        assertThat(Instant.parse(end.get("createdAt").textValue()))
                .isAfterOrEqualTo(Instant.parse(hold.get("expiresAt").textValue()));
        JsonNode account = get("/accounts/" + from).expect(200);
        assertThat(account.get("held").longValue()).isZero();
        assertThat(account.get("available").longValue()).isEqualTo(100);
        assertThat(account.get("version").longValue()).isEqualTo(1);
        assertThat(get("/accounts/" + from + "/holds").expect(200).get("items")).isEmpty();
        assertThat(expiry.endSome()).isZero();
    }

    @Test
    void theFeedTellsThatItEndedByItself() throws Exception {
        JsonNode hold = expired();

        expiry.endSome();

        JsonNode event =
                items("/events?account=" + from + "&after=" + hold.get("sequence") + ".1")
                        .getLast();
        assertThat(event.get("type").textValue()).isEqualTo("dev.remit.transfer.released");
        assertThat(event.has("actor")).isFalse();
        assertThat(event.get("data").get("kind").textValue()).isEqualTo("expiry");
        assertThat(event.get("data").get("hold")).isEqualTo(hold.get("id"));
    }

    @Test
    void whatHasTimeLeftStays() throws Exception {
        JsonNode hold = hold("PT1H");
        JsonNode forever =
                post("/transfers", Map.of("from", from, "to", to, "amount", 1, "pending", true))
                        .expect(201);

        expiry.endSome();

        for (JsonNode left : List.of(hold, forever)) {
            assertThat(get("/transfers/" + id(left)).expect(200)).isEqualTo(left);
        }
    }

    /** Whether anybody has looked for it or not. */
    @Test
    void nothingIsPostedOrVoidedOnceTheTimeIsUp() throws Exception {
        JsonNode hold = expired();
        expectExpired(hold);

        expiry.endSome();

        expectExpired(hold);
    }

    /** Whoever knows a hold knows every id that follows from its own. */
    @Test
    void nobodyKeepsAHoldFromEndingByTakingAnId() throws Exception {
        JsonNode hold = expired();
        byte[] content = ("\0expiry" + id(hold)).getBytes(StandardCharsets.US_ASCII);
        post("/transfers", Map.of("id", DerivedId.of(content), "from", from, "to", to, "amount", 1))
                .expect(201);

        expiry.endSome();

        assertThat(get("/transfers/" + id(hold)).expect(200).get("state").textValue())
                .isEqualTo("expired");
        transfer(from, to, 99).expect(201);
    }

    private static void expectExpired(JsonNode hold) {
        for (String end : List.of("/post", "/void")) {
            JsonNode problem =
                    post("/transfers/" + id(hold) + end).expectProblem(409, "transfer-settled");
            assertThat(problem.get("state").textValue()).isEqualTo("expired");
        }
    }

    /** A hold whose time is up when it is answered. */
    private JsonNode expired() {
        return hold("PT0.000001S");
    }

    private JsonNode hold(String lifetime) {
        Map<String, Object> request =
                Map.of(
                        "from",
                        from,
                        "to",
                        to,
                        "amount",
                        70,
                        "pending",
                        true,
                        "expiresIn",
                        lifetime);
        return post("/transfers", request).expect(201);
    }

    private static String id(JsonNode transfer) {
        return transfer.get("id").textValue();
    }
}
