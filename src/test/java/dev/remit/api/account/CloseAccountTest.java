package dev.remit.api.account;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.RemitApi.Books;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CloseAccountTest {

    @Test
    void emptyAccountGoesAway() {
        UUID id = account(0);

        Answer answer = delete("/accounts/" + id);

        assertThat(answer.expect(204)).isNull();
        get("/accounts/" + id).expectProblem(404, "account-not-found");
        delete("/accounts/" + id).expectProblem(404, "account-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?payout=false"})
    void accountWithMoneyStays(String query) {
        UUID id = account(30);

        JsonNode problem =
                delete("/accounts/" + id + query).expectProblem(409, "account-not-empty");

        assertThat(problem.get("account").textValue()).isEqualTo(id.toString());
        assertThat(problem.get("balance").longValue()).isEqualTo(30);
        assertThat(balance(id)).isEqualTo(30);
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void payoutIsTheLastWithdrawal() {
        UUID id = account(30);
        Books before = summary();

        delete("/accounts/" + id + "?payout=true").expect(204);

        assertThat(summary()).isEqualTo(before.plus(-1, -30));
        JsonNode payout = history(id).getFirst();
        assertThat(payout.get("amount").longValue()).isEqualTo(-30);
        assertThat(payout.get("balance").longValue()).isZero();
        assertThat(payout.get("version").longValue()).isEqualTo(2);
        assertThat(payout.get("counterparty").isNull()).isTrue();
        JsonNode transfer = get("/transfers/" + payout.get("transfer").textValue()).expect(200);
        assertThat(transfer.get("from").textValue()).isEqualTo(id.toString());
        assertThat(transfer.get("to").isNull()).isTrue();
        assertThat(transfer.get("amount").longValue()).isEqualTo(30);
    }

    @Test
    void payoutOfNothingPostsNothing() {
        UUID id = account(0);
        post("/accounts/" + id + "/deposits", Map.of("amount", 1)).expect(201);
        post("/accounts/" + id + "/withdrawals", Map.of("amount", 1)).expect(201);

        delete("/accounts/" + id + "?payout=true").expect(204);

        assertThat(history(id)).hasSize(2);
    }

    @Test
    void journalStays() {
        UUID id = account(10);
        UUID other = account(0);
        String transfer = transfer(id, other, 10).expect(201).get("id").textValue();
        List<JsonNode> before = history(id);

        delete("/accounts/" + id).expect(204);

        assertThat(history(id)).isEqualTo(before);
        assertThat(get("/transfers/" + transfer).expect(200).get("from").textValue())
                .isEqualTo(id.toString());
        assertThat(history(other).getFirst().get("counterparty").textValue())
                .isEqualTo(id.toString());
    }

    @Test
    void closedAccountTakesPartInNothing() {
        UUID id = account(0);
        UUID other = account(5);
        delete("/accounts/" + id).expect(204);

        transfer(other, id, 1).expectProblem(422, "account-not-found");
        transfer(id, other, 1).expectProblem(422, "account-not-found");
        post("/accounts/" + id + "/deposits", Map.of("amount", 1))
                .expectProblem(404, "account-not-found");
        post("/accounts/" + id + "/withdrawals", Map.of("amount", 1))
                .expectProblem(404, "account-not-found");
        assertThat(balance(other)).isEqualTo(5);
    }

    @Test
    void idWithAHistoryIsNeverOpenedAgain() {
        UUID id = account(10);
        delete("/accounts/" + id + "?payout=true").expect(204);
        List<JsonNode> history = history(id);

        post("/accounts", Map.of("id", id, "balance", 10)).expectProblem(409, "account-exists");
        post("/accounts", Map.of("id", id)).expectProblem(409, "account-exists");
        post("/accounts", Map.of("balance", 4), id.toString()).expectProblem(409, "account-exists");

        assertThat(history(id)).isEqualTo(history);
        get("/accounts/" + id).expectProblem(404, "account-not-found");
    }

    /** It has no transfers, and yet there was such an account. */
    @Test
    void idOfAnEmptyAccountIsNeverOpenedAgain() {
        UUID id = account(0);
        delete("/accounts/" + id).expect(204);

        post("/accounts", Map.of("id", id)).expectProblem(409, "account-exists");

        assertThat(history(id)).isEmpty();
    }
}
