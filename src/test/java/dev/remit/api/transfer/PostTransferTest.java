package dev.remit.api.transfer;

import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PostTransferTest {

    @Test
    void answersTheTransferAndWhereItIs() {
        UUID from = account(1000);
        UUID to = account(250);
        UUID id = UUID.randomUUID();

        Answer answer =
                post(
                        "/transfers",
                        Map.of(
                                "id",
                                id,
                                "from",
                                from,
                                "to",
                                to,
                                "amount",
                                100,
                                "reference",
                                "invoice 4711"));

        JsonNode transfer = answer.expect(201);
        assertThat(answer.response().contentType()).startsWith("application/json");
        assertThat(answer.header("Location")).endsWith("/transfers/" + id);
        assertThat(answer.header("Idempotency-Replayed")).isNull();
        assertThat(fields(transfer))
                .containsExactly(
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
        assertThat(transfer.get("id").textValue()).isEqualTo(id.toString());
        assertThat(transfer.get("from").textValue()).isEqualTo(from.toString());
        assertThat(transfer.get("to").textValue()).isEqualTo(to.toString());
        assertThat(transfer.get("amount").isIntegralNumber()).isTrue();
        assertThat(transfer.get("amount").longValue()).isEqualTo(100);
        assertThat(transfer.get("reference").textValue()).isEqualTo("invoice 4711");
        assertThat(transfer.get("createdAt").textValue()).matches(TIME);
        assertThat(transfer.get("fromBalance").longValue()).isEqualTo(900);
        assertThat(transfer.get("fromVersion").longValue()).isEqualTo(2);
        assertThat(transfer.get("toBalance").longValue()).isEqualTo(350);
        assertThat(transfer.get("toVersion").longValue()).isEqualTo(2);
        assertThat(get(answer.header("Location")).expect(200)).isEqualTo(transfer);
        assertThat(balance(from)).isEqualTo(900);
        assertThat(balance(to)).isEqualTo(350);
    }

    @Test
    void idAndReferenceMayBeLeftOut() {
        UUID from = account(10);
        UUID to = account(0);

        JsonNode first = transfer(from, to, 1).expect(201);
        JsonNode second = transfer(from, to, 1).expect(201);

        assertThat(first.get("reference").isNull()).isTrue();
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(balance(to)).isEqualTo(2);
    }

    @Test
    void wholeBalanceMayLeave() {
        UUID from = account(MAX);
        UUID to = account(0);

        JsonNode transfer = transfer(from, to, MAX).expect(201);

        assertThat(transfer.get("fromBalance").longValue()).isZero();
        assertThat(transfer.get("toBalance").longValue()).isEqualTo(MAX);
    }

    @Test
    void notMoreThanTheBalanceLeaves() {
        UUID from = account(99);
        UUID to = account(5);

        JsonNode problem = transfer(from, to, 100).expectProblem(422, "insufficient-funds");

        assertThat(problem.get("account").textValue()).isEqualTo(from.toString());
        assertThat(problem.get("balance").longValue()).isEqualTo(99);
        assertThat(problem.get("amount").longValue()).isEqualTo(100);
        assertThat(balance(from)).isEqualTo(99);
        assertThat(balance(to)).isEqualTo(5);
    }

    @Test
    void notMoreThanFitsArrives() {
        UUID from = account(10);
        UUID to = account(MAX - 5);

        JsonNode problem = transfer(from, to, 6).expectProblem(422, "balance-limit");

        assertThat(problem.get("account").textValue()).isEqualTo(to.toString());
        assertThat(problem.get("balance").longValue()).isEqualTo(MAX - 5);
        assertThat(problem.get("amount").longValue()).isEqualTo(6);
        assertThat(balance(from)).isEqualTo(10);
        assertThat(balance(to)).isEqualTo(MAX - 5);
        transfer(from, to, 5).expect(201);
    }

    @Test
    void bothSidesHaveToBeAccounts() {
        UUID known = account(10);
        UUID unknown = UUID.randomUUID();

        JsonNode from = transfer(unknown, known, 1).expectProblem(422, "account-not-found");
        JsonNode to = transfer(known, unknown, 1).expectProblem(422, "account-not-found");

        assertThat(from.get("account").textValue()).isEqualTo(unknown.toString());
        assertThat(to.get("account").textValue()).isEqualTo(unknown.toString());
        assertThat(balance(known)).isEqualTo(10);
    }

    @Test
    void twoAccountsAreNeeded() {
        UUID account = account(10);

        JsonNode problem = transfer(account, account, 1).expectProblem(422, "same-account");

        assertThat(problem.get("account").textValue()).isEqualTo(account.toString());
        assertThat(balance(account)).isEqualTo(10);
    }

    @Test
    void unknownTransferIsNotFound() {
        UUID id = UUID.randomUUID();

        JsonNode problem = get("/transfers/" + id).expectProblem(404, "transfer-not-found");

        assertThat(problem.get("transfer").textValue()).isEqualTo(id.toString());
    }
}
