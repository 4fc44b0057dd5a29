package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    @Test
    void sameIdPostsOnce() {
        UUID from = account(100);
        UUID to = account(0);
        Map<String, Object> transfer = transfer(UUID.randomUUID(), from, to, 10);
        JsonNode first = post("/transfers", transfer).expect(201);
        post("/transfers", transfer(UUID.randomUUID(), from, to, 1)).expect(201);

        Answer again = post("/transfers", transfer);

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(balance(from)).isEqualTo(89);
        assertThat(history(from)).hasSize(3);
    }

    @Test
    void keyInTheHeaderIsTheIdIfItIsAUuid() {
        UUID key = UUID.randomUUID();
        Map<String, Object> transfer = transfer(null, account(100), account(0), 10);

        JsonNode first = post("/transfers", transfer, key.toString()).expect(201);
        Answer again = post("/transfers", transfer, key.toString());

        assertThat(first.get("id").textValue()).isEqualTo(key.toString());
        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void keyAndIdAreTheSameThing() {
        UUID key = UUID.randomUUID();
        UUID from = account(100);
        UUID to = account(0);
        JsonNode first = post("/transfers", transfer(key, from, to, 10)).expect(201);

        assertThat(post("/transfers", transfer(null, from, to, 10), key.toString()).expect(200))
                .isEqualTo(first);
        assertThat(post("/transfers", transfer(key, from, to, 10), key.toString()).expect(200))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "order-4711/~", "1-1-1-1-1"})
    void anyVisibleTextIsAKey(String text) {
        UUID from = account(100);
        UUID to = account(0);
        String key = text + UUID.randomUUID();

        JsonNode first = post("/transfers", transfer(null, from, to, 10), key).expect(201);
        Answer again = post("/transfers", transfer(null, from, to, 10), key);

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(UUID.fromString(first.get("id").textValue()).version()).isEqualTo(8);
        assertThat(get("/transfers/" + first.get("id").textValue()).expect(200)).isEqualTo(first);
    }

    @Test
    void keyMayHave255Characters() {
        UUID from = account(100);
        UUID to = account(0);
        String start = UUID.randomUUID().toString();
        String key = start + "x".repeat(255 - start.length());

        post("/transfers", transfer(null, from, to, 10), key).expect(201);
        post("/transfers", transfer(null, from, to, 10), key).expect(200);
        post("/transfers", transfer(null, from, to, 10), key + "x")
                .expectProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "ä"})
    void otherKeysAreRefused(String key) {
        UUID from = account(100);

        JsonNode problem =
                post("/transfers", transfer(null, from, account(0), 10), key)
                        .expectProblem(400, "invalid-request");

        assertThat(problem.get("errors").get(0).get("field").textValue())
                .isEqualTo("Idempotency-Key");
        assertThat(balance(from)).isEqualTo(100);
    }

    @Test
    void keyHasToAgreeWithTheId() {
        UUID from = account(100);
        UUID to = account(0);
        Map<String, Object> transfer = transfer(UUID.randomUUID(), from, to, 10);

        for (String key : List.of(UUID.randomUUID().toString(), "order-4711")) {
            JsonNode problem =
                    post("/transfers", transfer, key).expectProblem(400, "invalid-request");
            assertThat(problem.get("errors").get(0).get("field").textValue())
                    .isEqualTo("Idempotency-Key");
        }
        assertThat(balance(from)).isEqualTo(100);
    }

    static Stream<Arguments> otherContents() {
        return Stream.of(
                Arguments.of("amount", 11),
                Arguments.of("from", null),
                Arguments.of("to", null),
                Arguments.of("reference", "another"),
                Arguments.of("reference", ""));
    }

    /**
     * @param value null for another account
     */
    @ParameterizedTest
    @MethodSource("otherContents")
    void sameIdWithOtherContentIsRefused(String field, Object value) {
        UUID id = UUID.randomUUID();
        UUID from = account(100);
        Map<String, Object> transfer = transfer(id, from, account(0), 10);
        JsonNode first = post("/transfers", transfer).expect(201);

        transfer.put(field, value == null ? account(100) : value);
        JsonNode problem = post("/transfers", transfer).expectProblem(422, "idempotency-conflict");

        assertThat(problem.get("transfer").textValue()).isEqualTo(id.toString());
        assertThat(balance(from)).isEqualTo(90);
        assertThat(get("/transfers/" + id).expect(200)).isEqualTo(first);
    }

    @Test
    void refusalLeavesNoTrace() {
        UUID id = UUID.randomUUID();
        UUID from = account(5);
        UUID to = account(0);
        post("/transfers", transfer(id, from, to, 10)).expectProblem(422, "insufficient-funds");
        get("/transfers/" + id).expectProblem(404, "transfer-not-found");
        post("/accounts/" + from + "/deposits", Map.of("amount", 20)).expect(201);

        Answer later = post("/transfers", transfer(id, from, to, 10));

        later.expect(201);
        assertThat(later.header("Idempotency-Replayed")).isNull();
        assertThat(balance(from)).isEqualTo(15);
        post("/transfers", transfer(UUID.randomUUID(), from, to, 99))
                .expectProblem(422, "insufficient-funds");
        assertThat(history(from)).hasSize(3);
    }

    @Test
    void replayOutlivesTheAccounts() {
        UUID from = account(10);
        UUID to = account(0);
        Map<String, Object> transfer = transfer(UUID.randomUUID(), from, to, 10);
        JsonNode first = post("/transfers", transfer).expect(201);
        delete("/accounts/" + from).expect(204);
        delete("/accounts/" + to + "?payout=true").expect(204);

        Answer again = post("/transfers", transfer);

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deposits", "withdrawals"})
    void depositsAndWithdrawalsHaveKeysToo(String movements) {
        UUID account = account(100);
        String path = "/accounts/" + account + "/" + movements;
        String other = "/accounts/" + account(100) + "/" + movements;
        UUID id = UUID.randomUUID();

        JsonNode first = post(path, Map.of("id", id, "amount", 10)).expect(201);
        Answer again = post(path, Map.of("amount", 10), id.toString());

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        post(path, Map.of("id", id, "amount", 11)).expectProblem(422, "idempotency-conflict");
        post(other, Map.of("id", id, "amount", 10)).expectProblem(422, "idempotency-conflict");
        assertThat(history(account)).hasSize(2);
    }

    @Test
    void sameIdAtTheSameTimePostsOnce() throws InterruptedException {
        UUID from = account(100);
        Map<String, Object> transfer = transfer(UUID.randomUUID(), from, account(0), 10);
        Callable<Answer> call = () -> post("/transfers", transfer);

        List<Integer> statuses;
        try (var callers = Executors.newFixedThreadPool(8)) {
            List<Future<Answer>> answers = callers.invokeAll(Collections.nCopies(8, call));
            statuses =
                    answers.stream()
                            .map(answer -> answer.resultNow().response().statusCode())
                            .toList();
        }

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(balance(from)).isEqualTo(90);
    }

    private static Map<String, Object> transfer(UUID id, UUID from, UUID to, long amount) {
        Map<String, Object> transfer = new HashMap<>();
        transfer.put("from", from);
        transfer.put("to", to);
        transfer.put("amount", amount);
        if (id != null) {
            transfer.put("id", id);
        }
        return transfer;
    }
}
