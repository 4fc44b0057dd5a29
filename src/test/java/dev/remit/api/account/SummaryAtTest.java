package dev.remit.api.account;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all accounts held together at any time. */
@QuarkusTest
class SummaryAtTest {

    @Test
    void isWhatItWasThen() {
        Map<Instant, JsonNode> summaries = new LinkedHashMap<>();
        UUID alice = account(1000);
        note(summaries);
        UUID bob = account(0);
        note(summaries);
        post("/accounts/" + bob + "/deposits", Map.of("amount", 7)).expect(201);
        note(summaries);
        transfer(alice, bob, 100).expect(201);
        note(summaries);
        post("/accounts/" + bob + "/withdrawals", Map.of("amount", 3)).expect(201);
        note(summaries);
        delete("/accounts/" + bob + "?payout=true").expect(204);
        note(summaries);

        summaries.forEach(
                (time, then) -> {
                    JsonNode found = get("/accounts/summary?at=" + time).expect(200);
                    assertThat(Instant.parse(found.get("at").textValue())).isEqualTo(time);
                    assertThat(found.get("count")).isEqualTo(then.get("count"));
                    assertThat(found.get("total")).isEqualTo(then.get("total"));
                    assertThat(found.get("totals")).isEqualTo(then.get("totals"));
                });
        assertThat(summaries).hasSize(6);
    }

    @Test
    void nothingWasThereBeforeTheFirstCommit() {
        JsonNode found = get("/accounts/summary?at=1999-12-31T23:59:59Z").expect(200);

        assertThat(found.get("count").longValue()).isZero();
        assertThat(found.get("total").decimalValue()).isEqualTo(BigDecimal.ZERO);
        assertThat(found.get("totals")).isEmpty();
    }

    /** As of the last commit, which is this test's own. */
    private static void note(Map<Instant, JsonNode> summaries) {
        Instant time = Instant.parse(get("/ledger").expect(200).get("committedAt").textValue());
        summaries.put(time, get("/accounts/summary").expect(200));
    }
}
