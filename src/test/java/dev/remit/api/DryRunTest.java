package dev.remit.api;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call that writes tells what would come of it, and nothing does. */
@QuarkusTest
class DryRunTest {

    private UUID alice;
    private UUID bob;
    private JsonNode head;

    @BeforeEach
    void open() {
        alice = account(1000);
        bob = account(250);
        head = get("/ledger").expect(200);
    }

    @Test
    void ofATransfer() {
        UUID id = UUID.randomUUID();
        Map<String, Object> transfer = Map.of("id", id, "from", alice, "to", bob, "amount", 100);

        Answer dry = post("/transfers?dryRun=true", transfer);

        assertThat(dry.expect(201).get("fromBalance").longValue()).isEqualTo(900);
        assertThat(dry.expect(201).get("toBalance").longValue()).isEqualTo(350);
        assertIsDry(dry);
        get("/transfers/" + id).expectProblem(404, "transfer-not-found");
        Answer real = post("/transfers?dryRun=false", transfer);
        assertThat(real.header("Remit-Dry-Run")).isNull();
        assertThat(real.header("Idempotency-Replayed")).isNull();
        assertThat(real.expect(201).get("fromBalance").longValue()).isEqualTo(900);
    }

    @Test
    void ofOneThatIsRejected() {
        Answer dry =
                post("/transfers?dryRun=true", Map.of("from", alice, "to", bob, "amount", 1001));

        assertThat(dry.expectProblem(422, "insufficient-funds").get("balance").longValue())
                .isEqualTo(1000);
        assertIsDry(dry);
    }

    @Test
    void ofOneThatWasPosted() {
        UUID id = UUID.randomUUID();
        Map<String, Object> transfer = Map.of("id", id, "from", alice, "to", bob, "amount", 100);
        JsonNode posted = post("/transfers", transfer).expect(201);
        head = get("/ledger").expect(200);

        Answer dry = post("/transfers?dryRun=true", transfer);

        assertThat(dry.expect(200)).isEqualTo(posted);
        assertThat(dry.header("Idempotency-Replayed")).isEqualTo("true");
        assertIsDry(dry);
    }

    @Test
    void ofABatch() {
        Map<String, Object> one = Map.of("from", alice, "to", bob, "amount", 600);

        Answer together =
                post("/transfers/batch?dryRun=true", Map.of("transfers", List.of(one, one)));
        Answer apart =
                post(
                        "/transfers/batch?dryRun=true",
                        Map.of("atomic", false, "transfers", List.of(one, one)));

        assertThat(together.expectProblem(422, "insufficient-funds").get("index").intValue())
                .isEqualTo(1);
        assertThat(apart.expect(200).get("results"))
                .extracting(result -> result.get("status").textValue())
                .containsExactly("posted", "rejected");
        assertIsDry(together);
        assertIsDry(apart);
    }

    @Test
    void ofADepositAndAWithdrawal() {
        Answer deposit = post("/accounts/" + alice + "/deposits?dryRun=true", Map.of("amount", 1));
        Answer withdrawal =
                post("/accounts/" + alice + "/withdrawals?dryRun=true", Map.of("amount", 1));

        assertThat(deposit.expect(201).get("toBalance").longValue()).isEqualTo(1001);
        assertThat(withdrawal.expect(201).get("fromBalance").longValue()).isEqualTo(999);
        assertIsDry(deposit);
        assertIsDry(withdrawal);
    }

    @Test
    void ofOpeningAccounts() {
        UUID id = UUID.randomUUID();

        Answer one = post("/accounts?dryRun=true", Map.of("id", id, "balance", 7));
        Answer many =
                post(
                        "/accounts/batch?dryRun=true",
                        Map.of("accounts", List.of(Map.of("balance", 7), Map.of("id", id))));

        assertThat(one.expect(201).get("balance").longValue()).isEqualTo(7);
        assertThat(many.expect(201).get("accounts")).hasSize(2);
        assertIsDry(one);
        assertIsDry(many);
        get("/accounts/" + id).expectProblem(404, "account-not-found");
    }

    @Test
    void ofClosingAnAccount() {
        Answer empty = delete("/accounts/" + alice + "?dryRun=true");
        Answer payout = delete("/accounts/" + alice + "?payout=true&dryRun=true");

        empty.expectProblem(409, "account-not-empty");
        payout.expect(204);
        assertIsDry(empty);
        assertIsDry(payout);
    }

    /** It is marked, and nothing has happened. */
    private void assertIsDry(Answer answer) {
        assertThat(answer.header("Remit-Dry-Run")).isEqualTo("true");
        assertThat(answer.header("Location")).isNull();
        assertThat(get("/ledger").expect(200)).isEqualTo(head);
    }
}
