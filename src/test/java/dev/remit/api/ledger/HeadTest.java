package dev.remit.api.ledger;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadTest {

    @Test
    void theHeadIsWhatTheLastCommitHasLeft() {
        UUID payer = account(1000);
        JsonNode before = get("/ledger").expect(200);

        JsonNode transfer = transfer(payer, account(0), 100).expect(201);

        JsonNode head = get("/ledger").expect(200);
        assertThat(fields(head)).containsExactly("sequence", "hash", "committedAt");
        assertThat(head.get("sequence")).isEqualTo(transfer.get("sequence"));
        assertThat(head.get("committedAt")).isEqualTo(transfer.get("createdAt"));
        assertThat(head.get("hash").textValue()).matches("[0-9a-f]{64}");
        assertThat(head.get("hash")).isNotEqualTo(before.get("hash"));
        // The payee's opening, and the transfer.
        assertThat(head.get("sequence").longValue())
                .isEqualTo(before.get("sequence").longValue() + 2);
    }

    @Test
    void whatIsRejectedLeavesItWhereItIs() {
        UUID payer = account(1);
        UUID payee = account(0);
        JsonNode before = get("/ledger").expect(200);

        transfer(payer, payee, 5).expectProblem(422, "insufficient-funds");

        assertThat(get("/ledger").expect(200)).isEqualTo(before);
    }
}
