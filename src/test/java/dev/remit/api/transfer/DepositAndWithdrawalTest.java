package dev.remit.api.transfer;

import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DepositAndWithdrawalTest {

    @Test
    void depositComesFromNowhere() {
        UUID account = account(10);
        UUID id = UUID.randomUUID();

        Answer answer =
                post(
                        "/accounts/" + account + "/deposits",
                        Map.of("id", id, "amount", 5, "reference", "cash desk 3"));

        JsonNode deposit = answer.expect(201);
        assertThat(answer.header("Location")).endsWith("/transfers/" + id);
        assertThat(fields(deposit)).containsExactlyElementsOf(transferFields());
        assertThat(deposit.get("id").textValue()).isEqualTo(id.toString());
        assertThat(deposit.get("from").isNull()).isTrue();
        assertThat(deposit.get("fromBalance").isNull()).isTrue();
        assertThat(deposit.get("fromVersion").isNull()).isTrue();
        assertThat(deposit.get("to").textValue()).isEqualTo(account.toString());
        assertThat(deposit.get("toBalance").longValue()).isEqualTo(15);
        assertThat(deposit.get("toVersion").longValue()).isEqualTo(2);
        assertThat(deposit.get("amount").longValue()).isEqualTo(5);
        assertThat(deposit.get("reference").textValue()).isEqualTo("cash desk 3");
        assertThat(deposit.get("createdAt").textValue()).matches(TIME);
        assertThat(get("/transfers/" + id).expect(200)).isEqualTo(deposit);
        assertThat(balance(account)).isEqualTo(15);
    }

    @Test
    void withdrawalGoesNowhere() {
        UUID account = account(10);

        JsonNode withdrawal =
                post("/accounts/" + account + "/withdrawals", Map.of("amount", 4)).expect(201);

        assertThat(fields(withdrawal)).containsExactlyElementsOf(transferFields());
        assertThat(withdrawal.get("from").textValue()).isEqualTo(account.toString());
        assertThat(withdrawal.get("fromBalance").longValue()).isEqualTo(6);
        assertThat(withdrawal.get("fromVersion").longValue()).isEqualTo(2);
        assertThat(withdrawal.get("to").isNull()).isTrue();
        assertThat(withdrawal.get("toBalance").isNull()).isTrue();
        assertThat(withdrawal.get("toVersion").isNull()).isTrue();
        assertThat(withdrawal.get("reference").isNull()).isTrue();
        assertThat(balance(account)).isEqualTo(6);
    }

    @Test
    void notMoreThanTheBalanceIsWithdrawn() {
        UUID account = account(3);

        JsonNode problem =
                post("/accounts/" + account + "/withdrawals", Map.of("amount", 4))
                        .expectProblem(422, "insufficient-funds");

        assertThat(problem.get("account").textValue()).isEqualTo(account.toString());
        assertThat(problem.get("balance").longValue()).isEqualTo(3);
        assertThat(problem.get("amount").longValue()).isEqualTo(4);
        assertThat(balance(account)).isEqualTo(3);
    }

    @Test
    void notMoreThanFitsIsDeposited() {
        UUID account = account(MAX);

        JsonNode problem =
                post("/accounts/" + account + "/deposits", Map.of("amount", 1))
                        .expectProblem(422, "balance-limit");

        assertThat(problem.get("account").textValue()).isEqualTo(account.toString());
        assertThat(problem.get("balance").longValue()).isEqualTo(MAX);
        assertThat(problem.get("amount").longValue()).isEqualTo(1);
        assertThat(balance(account)).isEqualTo(MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deposits", "withdrawals"})
    void accountInThePathHasToExist(String movements) {
        UUID unknown = UUID.randomUUID();

        JsonNode problem =
                post("/accounts/" + unknown + "/" + movements, Map.of("amount", 1))
                        .expectProblem(404, "account-not-found");

        assertThat(problem.get("account").textValue()).isEqualTo(unknown.toString());
    }

    private static List<String> transferFields() {
        return List.of(
                "id",
                "from",
                "to",
                "amount",
                "reference",
                "createdAt",
                "sequence",
                "fromBalance",
                "fromVersion",
                "toBalance",
                "toVersion");
    }
}
