package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReversalTest {

    private UUID from;
    private UUID to;

    @BeforeEach
    void openTwoAccounts() {
        from = account(100);
        to = account(0);
    }

    @Test
    void postsTheOppositeAndLinksBothWays() {
        JsonNode original = transfer(from, to, 60).expect(201);

        Answer answer =
                post(path(original), Map.of("reference", "returned", "metadata", Map.of("k", "v")));

        JsonNode reversal = answer.expect(201);
        assertThat(answer.header("Location")).endsWith("/transfers/" + id(reversal));
        assertThat(reversal.get("kind").textValue()).isEqualTo("reversal");
        assertThat(reversal.get("reverses").textValue()).isEqualTo(id(original));
        assertThat(reversal.get("from").textValue()).isEqualTo(to.toString());
        assertThat(reversal.get("to").textValue()).isEqualTo(from.toString());
        assertThat(reversal.get("amount").longValue()).isEqualTo(60);
        assertThat(reversal.get("reference").textValue()).isEqualTo("returned");
        assertThat(reversal.get("metadata").get("k").textValue()).isEqualTo("v");
        assertThat(balance(from)).isEqualTo(100);
        assertThat(balance(to)).isZero();
        JsonNode reversed = get("/transfers/" + id(original)).expect(200);
        assertThat(reversed.get("reversed").longValue()).isEqualTo(60);
        assertThat(reversed.get("reversals")).hasSize(1);
        assertThat(reversed.get("reversals").get(0).textValue()).isEqualTo(id(reversal));
        assertThat(get("/transfers/" + id(reversal)).expect(200)).isEqualTo(reversal);
        assertThat(history(to).getFirst().get("kind").textValue()).isEqualTo("reversal");
    }

    @Test
    void isPossibleInPartsUpToTheWhole() {
        JsonNode original = transfer(from, to, 60).expect(201);
        String first = id(post(path(original), Map.of("amount", 25)).expect(201));

        JsonNode problem =
                post(path(original), Map.of("amount", 36)).expectProblem(422, "exceeds-transfer");
        assertThat(problem.get("rest").longValue()).isEqualTo(35);
        // All that is left.
        JsonNode second = post(path(original)).expect(201);

        assertThat(second.get("amount").longValue()).isEqualTo(35);
        assertThat(balance(from)).isEqualTo(100);
        post(path(original)).expectProblem(422, "exceeds-transfer");
        post(path(original), Map.of("amount", 1)).expectProblem(422, "exceeds-transfer");
        JsonNode reversed = get("/transfers/" + id(original)).expect(200);
        assertThat(reversed.get("reversed").longValue()).isEqualTo(60);
        assertThat(reversed.get("reversals").get(0).textValue()).isEqualTo(id(second));
        assertThat(reversed.get("reversals").get(1).textValue()).isEqualTo(first);
    }

    @Test
    void manyAtOnceNeverReverseMoreThanThereWas() {
        JsonNode original = transfer(from, to, 10).expect(201);
        transfer(account(1000), to, 1000).expect(201);

        List<CompletableFuture<Answer>> racing =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> post(path(original), Map.of("amount", 3))))
                        .limit(8)
                        .toList();

        assertThat(racing.stream().map(it -> it.join().response().statusCode()))
                .containsExactlyInAnyOrder(201, 201, 201, 422, 422, 422, 422, 422);
        assertThat(get("/transfers/" + id(original)).expect(200).get("reversed").longValue())
                .isEqualTo(9);
    }

    @Test
    void whatTheReceiverHasSpentCannotMoveBack() {
        JsonNode original = transfer(from, to, 60).expect(201);
        transfer(to, account(0), 1).expect(201);

        JsonNode problem = post(path(original)).expectProblem(422, "insufficient-funds");

        assertThat(problem.get("account").textValue()).isEqualTo(to.toString());
        post(path(original), Map.of("amount", 59)).expect(201);
    }

    @Test
    void depositsWithdrawalsAndCapturesCanBeReversed() {
        JsonNode deposit = post("/accounts/" + from + "/deposits", Map.of("amount", 5)).expect(201);
        assertThat(post(path(deposit)).expect(201).get("to").isNull()).isTrue();
        JsonNode withdrawal =
                post("/accounts/" + from + "/withdrawals", Map.of("amount", 5)).expect(201);
        assertThat(post(path(withdrawal)).expect(201).get("from").isNull()).isTrue();
        String hold = id(hold());
        JsonNode capture = post("/transfers/" + hold + "/post").expect(201);
        post(path(capture)).expect(201);

        assertThat(balance(from)).isEqualTo(100);
    }

    @Test
    void neitherReversalsNorHoldsNorTheirEndsCanBeReversed() {
        JsonNode reversal = post(path(transfer(from, to, 1).expect(201))).expect(201);
        post(path(reversal)).expectProblem(422, "not-reversible");
        JsonNode hold = hold();
        post(path(hold)).expectProblem(422, "not-reversible");
        JsonNode released = post("/transfers/" + id(hold) + "/void").expect(201);
        JsonNode problem = post(path(released)).expectProblem(422, "not-reversible");

        assertThat(problem.get("transfer").textValue()).isEqualTo(id(released));
        post("/transfers/" + UUID.randomUUID() + "/reverse")
                .expectProblem(404, "transfer-not-found");
    }

    @Test
    void aRepeatedCallFindsWhatItDid() {
        JsonNode original = transfer(from, to, 60).expect(201);
        JsonNode part = post(path(original), Map.of("amount", 20), "a-part").expect(201);
        JsonNode rest = post(path(original), Map.of(), "the-rest").expect(201);

        Answer partAgain = post(path(original), Map.of("amount", 20), "a-part");
        Answer restAgain = post(path(original), Map.of(), "the-rest");

        assertThat(partAgain.expect(200)).isEqualTo(part);
        assertThat(restAgain.expect(200)).isEqualTo(rest);
        assertThat(restAgain.header("Idempotency-Replayed")).isEqualTo("true");
        post(path(original), Map.of("amount", 21), "a-part")
                .expectProblem(422, "idempotency-conflict");
        post(path(original), Map.of("amount", 20, "reference", "x"), "a-part")
                .expectProblem(422, "idempotency-conflict");
        assertThat(balance(from)).isEqualTo(100);
    }

    @Test
    void isTriedOutToo() {
        JsonNode original = transfer(from, to, 60).expect(201);

        Answer dry = post(path(original) + "?dryRun=true");

        assertThat(dry.expect(201).get("toBalance").longValue()).isEqualTo(100);
        assertThat(balance(from)).isEqualTo(40);
        assertThat(get("/transfers/" + id(original)).expect(200).get("reversed")).isNull();
    }

    @Test
    void badReversalsReverseNothing() {
        JsonNode original = transfer(from, to, 60).expect(201);

        post(path(original), Map.of("amount", 0)).expectProblem(400, "invalid-request");
        post(path(original), Map.of("amount", "1")).expectProblem(400, "malformed-request");
        post(path(original), Map.of("from", from)).expectProblem(400, "malformed-request");
        post(path(original), Map.of("reference", "x".repeat(256)))
                .expectProblem(400, "invalid-request");
        post(path(original), Map.of("metadata", Map.of("", "x")))
                .expectProblem(400, "invalid-request");

        assertThat(balance(from)).isEqualTo(40);
    }

    private JsonNode hold() {
        return post("/transfers", Map.of("from", from, "to", to, "amount", 10, "pending", true))
                .expect(201);
    }

    private static String path(JsonNode transfer) {
        return "/transfers/" + id(transfer) + "/reverse";
    }

    private static String id(JsonNode object) {
        return object.get("id").textValue();
    }
}
