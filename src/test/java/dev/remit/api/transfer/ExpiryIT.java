package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.PackageDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds end by themselves, without anybody who asks for it. */
@QuarkusIntegrationTest
@WithTestResource(PackageDatabase.class)
class ExpiryIT {

    @Test
    void whatIsHeldIsReleasedWhenItsTimeIsUp() {
        var from = account(100);
        Map<String, Object> request =
                Map.of(
                        "from",
                        from,
                        "to",
                        account(0),
                        "amount",
                        70,
                        "pending",
                        true,
                        "expiresIn",
                        "PT0.2S");
        String hold = "/transfers/" + post("/transfers", request).expect(201).get("id").textValue();

        JsonNode expired =
                await().until(
                                () -> get(hold).expect(200),
                                found -> found.get("state").textValue().equals("expired"));

        String end = "/transfers/" + expired.get("settledBy").textValue();
        assertThat(get(end).expect(200).get("kind").textValue()).isEqualTo("expiry");
        assertThat(get("/accounts/" + from).expect(200).get("available").longValue())
                .isEqualTo(100);
    }
}
