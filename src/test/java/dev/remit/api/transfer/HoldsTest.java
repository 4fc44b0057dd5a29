package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.patch;
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
class HoldsTest {

    private UUID from;
    private UUID to;

    @BeforeEach
    void openTwoAccounts() {
        from = account(100);
        to = account(0);
    }

    @Test
    void whatIsHeldCannotBeSpentTwice() {
        Answer answer = hold(70);

        JsonNode hold = answer.expect(201);
        assertThat(answer.header("Location")).endsWith("/transfers/" + hold.get("id").textValue());
        assertThat(hold.get("kind").textValue()).isEqualTo("hold");
        assertThat(hold.get("state").textValue()).isEqualTo("pending");
        assertThat(hold.get("fromBalance").longValue()).isEqualTo(100);
        assertThat(hold.get("fromVersion").longValue()).isEqualTo(1);
        assertThat(get("/transfers/" + hold.get("id").textValue()).expect(200)).isEqualTo(hold);
        expectAccount(from, 100, 70, 30);
        expectAccount(to, 0, 0, 0);
        JsonNode problem = transfer(from, to, 31).expectProblem(422, "insufficient-funds");
        assertThat(problem.get("available").longValue()).isEqualTo(30);
        hold(31).expectProblem(422, "insufficient-funds");
        transfer(from, to, 30).expect(201);
    }

    @Test
    void postingMovesItAndLinksBothWays() {
        String hold = id(hold(70).expect(201));

        Answer answer = post("/transfers/" + hold + "/post");

        JsonNode posted = answer.expect(201);
        assertThat(answer.header("Location")).endsWith("/transfers/" + id(posted));
        assertThat(posted.get("kind").textValue()).isEqualTo("capture");
        assertThat(posted.get("hold").textValue()).isEqualTo(hold);
        assertThat(posted.get("amount").longValue()).isEqualTo(70);
        assertThat(posted.get("fromBalance").longValue()).isEqualTo(30);
        assertThat(posted.get("toBalance").longValue()).isEqualTo(70);
        JsonNode settled = get("/transfers/" + hold).expect(200);
        assertThat(settled.get("state").textValue()).isEqualTo("posted");
        assertThat(settled.get("settledBy").textValue()).isEqualTo(id(posted));
        assertThat(get("/transfers/" + id(posted)).expect(200)).isEqualTo(posted);
        expectAccount(from, 30, 0, 30);
        expectAccount(to, 70, 0, 70);
        assertThat(history(from)).hasSize(2);
        assertThat(history(from).getFirst().get("transfer").textValue()).isEqualTo(id(posted));
        assertThat(history(from).getFirst().get("kind").textValue()).isEqualTo("capture");
    }

    @Test
    void theRestOfASmallerPostingIsReleased() {
        String hold = id(hold(70).expect(201));

        JsonNode posted = post("/transfers/" + hold + "/post", Map.of("amount", 50)).expect(201);

        assertThat(posted.get("amount").longValue()).isEqualTo(50);
        expectAccount(from, 50, 0, 50);
        expectAccount(to, 50, 0, 50);
    }

    @Test
    void moreThanWasHeldIsNotPosted() {
        String hold = id(hold(70).expect(201));

        JsonNode problem =
                post("/transfers/" + hold + "/post", Map.of("amount", 71))
                        .expectProblem(422, "exceeds-hold");

        assertThat(problem.get("held").longValue()).isEqualTo(70);
        post("/transfers/" + hold + "/post", Map.of("amount", 0))
                .expectProblem(400, "invalid-request");
        post("/transfers/" + hold + "/post", Map.of("sum", 1))
                .expectProblem(400, "malformed-request");
        expectAccount(from, 100, 70, 30);
    }

    @Test
    void voidingReleasesIt() {
        String hold = id(hold(70).expect(201));

        JsonNode released = post("/transfers/" + hold + "/void").expect(201);

        assertThat(released.get("kind").textValue()).isEqualTo("void");
        assertThat(released.get("hold").textValue()).isEqualTo(hold);
        assertThat(get("/transfers/" + hold).expect(200).get("state").textValue())
                .isEqualTo("voided");
        expectAccount(from, 100, 0, 100);
        assertThat(history(from)).hasSize(1);
    }

    @Test
    void whatIsSettledStaysSo() {
        String posted = id(hold(10).expect(201));
        post("/transfers/" + posted + "/post").expect(201);
        String voided = id(hold(10).expect(201));
        post("/transfers/" + voided + "/void").expect(201);

        for (String end : List.of("/post", "/void")) {
            JsonNode problem =
                    post("/transfers/" + posted + end).expectProblem(409, "transfer-settled");
            assertThat(problem.get("transfer").textValue()).isEqualTo(posted);
            assertThat(problem.get("state").textValue()).isEqualTo("posted");
            assertThat(
                            post("/transfers/" + voided + end)
                                    .expectProblem(409, "transfer-settled")
                                    .get("state")
                                    .textValue())
                    .isEqualTo("voided");
        }
    }

    @Test
    void exactlyOneOfManyWhoRaceWins() {
        for (int round = 0; round < 10; round++) {
            String hold = id(hold(1).expect(201));
            List<CompletableFuture<Answer>> racing =
                    Stream.of("/post", "/void", "/post", "/void", "/post", "/void")
                            .map(
                                    end ->
                                            CompletableFuture.supplyAsync(
                                                    () -> post("/transfers/" + hold + end)))
                            .toList();
            List<Answer> answers = racing.stream().map(CompletableFuture::join).toList();

            List<Answer> won =
                    answers.stream().filter(it -> it.response().statusCode() == 201).toList();
            assertThat(won).hasSize(1);
            String state = get("/transfers/" + hold).expect(200).get("state").textValue();
            assertThat(state)
                    .isEqualTo(
                            won.getFirst().expect(201).get("kind").textValue().equals("void")
                                    ? "voided"
                                    : "posted");
            answers.stream()
                    .filter(it -> it.response().statusCode() != 201)
                    .forEach(
                            it ->
                                    assertThat(
                                                    it.expectProblem(409, "transfer-settled")
                                                            .get("state")
                                                            .textValue())
                                            .isEqualTo(state));
        }
        assertThat(balance(from) + balance(to)).isEqualTo(100);
    }

    @Test
    void aRepeatedCallFindsWhatItDid() {
        UUID id = UUID.randomUUID();
        Map<String, Object> request =
                Map.of("id", id, "from", from, "to", to, "amount", 10, "pending", true);
        JsonNode hold = post("/transfers", request).expect(201);

        Answer again = post("/transfers", request);
        assertThat(again.expect(200)).isEqualTo(hold);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        post("/transfers", Map.of("id", id, "from", from, "to", to, "amount", 10))
                .expectProblem(422, "idempotency-conflict");
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
                                10,
                                "pending",
                                true,
                                "expiresIn",
                                "PT1H"))
                .expectProblem(422, "idempotency-conflict");

        JsonNode posted = post("/transfers/" + id + "/post", Map.of(), "key").expect(201);
        Answer repeated = post("/transfers/" + id + "/post", Map.of(), "key");
        assertThat(repeated.expect(200)).isEqualTo(posted);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        post("/transfers/" + id + "/post", Map.of("amount", 9), "key")
                .expectProblem(422, "idempotency-conflict");
        post("/transfers/" + id + "/void", Map.of(), "key")
                .expectProblem(422, "idempotency-conflict");
        expectAccount(from, 90, 0, 90);
    }

    @Test
    void onlyAHoldCanBeSettled() {
        String posted = id(transfer(from, to, 10).expect(201));

        JsonNode problem = post("/transfers/" + posted + "/post").expectProblem(422, "not-a-hold");

        assertThat(problem.get("transfer").textValue()).isEqualTo(posted);
        String capture = id(post("/transfers/" + id(hold(1).expect(201)) + "/post").expect(201));
        post("/transfers/" + capture + "/post").expectProblem(422, "not-a-hold");
        post("/transfers/" + UUID.randomUUID() + "/post").expectProblem(404, "transfer-not-found");
        post("/transfers/x/void").expectProblem(404, "transfer-not-found");
    }

    @Test
    void whatWouldNotBePostedIsNotHeldEither() {
        String eur = id(post("/accounts", Map.of("currency", "EUR")).expect(201));
        Map<String, Object> toEuros = Map.of("from", from, "to", eur, "amount", 1, "pending", true);
        post("/transfers", toEuros).expectProblem(422, "currency-mismatch");
        delete("/accounts/" + eur).expect(204);
        Map<String, Object> toItself =
                Map.of("from", from, "to", from, "amount", 1, "pending", true);
        post("/transfers", toItself).expectProblem(422, "same-account");
        Map<String, Object> toNobody =
                Map.of("from", from, "to", UUID.randomUUID(), "amount", 1, "pending", true);
        post("/transfers", toNobody).expectProblem(422, "account-not-found");
        patch("/accounts/" + from, "{\"frozen\":\"debits\"}", null).expect(200);
        hold(1).expectProblem(422, "account-frozen");
    }

    @Test
    void anAccountIsNotClosedWhileSomethingIsHeldOnIt() {
        String hold = id(hold(100).expect(201));

        delete("/accounts/" + from + "?payout=true").expectProblem(409, "account-not-empty");
        delete("/accounts/" + to).expect(204);

        // The account to which it would go is not there any more.
        post("/transfers/" + hold + "/post").expectProblem(422, "account-not-found");
        post("/transfers/" + hold + "/void").expect(201);
        delete("/accounts/" + from + "?payout=true").expect(204);
    }

    @Test
    void freezingStopsAPostingAndNotARelease() {
        String hold = id(hold(10).expect(201));
        patch("/accounts/" + from, "{\"frozen\":\"all\"}", null).expect(200);

        post("/transfers/" + hold + "/post").expectProblem(422, "account-frozen");
        post("/transfers/" + hold + "/void").expect(201);
    }

    @Test
    void anOverdraftThatIsHeldCannotBeTakenAway() {
        patch("/accounts/" + from, "{\"overdraft\":50}", null).expect(200);
        hold(150).expect(201);
        expectAccount(from, 100, 150, 0);

        JsonNode problem =
                patch("/accounts/" + from, "{\"overdraft\":49}", null)
                        .expectProblem(422, "overdraft-in-use");

        assertThat(problem.get("held").longValue()).isEqualTo(150);
    }

    @Test
    void openHoldsAreListed() {
        List<String> holds =
                Stream.generate(() -> id(hold(1).expect(201))).limit(5).sorted().toList();
        post("/transfers/" + holds.get(2) + "/void").expect(201);

        JsonNode page = get("/accounts/" + from + "/holds?limit=3").expect(200);

        assertThat(page.get("items").findValuesAsText("id"))
                .containsExactly(holds.get(0), holds.get(1), holds.get(3));
        assertThat(page.get("next").textValue()).isEqualTo(holds.get(3));
        JsonNode last = get("/accounts/" + from + "/holds?after=" + holds.get(3)).expect(200);
        assertThat(last.get("items").findValuesAsText("id")).containsExactly(holds.get(4));
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(get("/accounts/" + to + "/holds").expect(200).get("items")).isEmpty();
        get("/accounts/" + UUID.randomUUID() + "/holds").expectProblem(404, "account-not-found");
        get("/accounts/" + from + "/holds?after=x").expectProblem(400, "invalid-request");
    }

    @Test
    void inABatchTheySeeEachOther() {
        Map<String, Object> hold = Map.of("from", from, "to", to, "amount", 100, "pending", true);
        Map<String, Object> spend = Map.of("from", from, "to", to, "amount", 1);

        JsonNode problem =
                post("/transfers/batch", Map.of("transfers", List.of(hold, spend)))
                        .expectProblem(422, "insufficient-funds");

        assertThat(problem.get("index").intValue()).isEqualTo(1);
        expectAccount(from, 100, 0, 100);
        // Money that is paid out later is held, too.
        JsonNode payout =
                post(
                                "/transfers/batch",
                                Map.of(
                                        "transfers",
                                        List.of(
                                                Map.of(
                                                        "from", from, "amount", 5, "pending",
                                                        true))))
                        .expect(201)
                        .get("transfers")
                        .get(0);
        assertThat(payout.get("to").isNull()).isTrue();
        assertThat(post("/transfers/" + id(payout) + "/post").expect(201).get("to").isNull())
                .isTrue();
        post(
                        "/transfers/batch",
                        Map.of(
                                "transfers",
                                List.of(Map.of("to", to, "amount", 5, "pending", true))))
                .expectProblem(400, "invalid-request");
    }

    @Test
    void aHoldIsTriedOutToo() {
        Map<String, Object> hold = Map.of("from", from, "to", to, "amount", 100, "pending", true);

        post("/transfers?dryRun=true", hold).expect(201);

        expectAccount(from, 100, 0, 100);
        String real = id(post("/transfers", hold).expect(201));
        post("/transfers/" + real + "/post?dryRun=true").expect(201);
        post("/transfers/" + real + "/void?dryRun=true").expect(201);
        assertThat(get("/transfers/" + real).expect(200).get("state").textValue())
                .isEqualTo("pending");
    }

    @Test
    void badHoldsHoldNothing() {
        for (String lifetime : List.of("", "15", "PT0S", "PT-1S", "P401D", "P1Y", "soon")) {
            post("/transfers", expiring(lifetime)).expectProblem(400, "invalid-request");
        }
        post("/transfers", Map.of("from", from, "to", to, "amount", 1, "expiresIn", "PT1H"))
                .expectProblem(400, "invalid-request");
        post("/transfers", Map.of("from", from, "to", to, "amount", 1, "pending", "true"))
                .expectProblem(400, "malformed-request");
        post("/transfers", Map.of("from", from, "to", to, "amount", 1, "expiresIn", 5))
                .expectProblem(400, "malformed-request");

        expectAccount(from, 100, 0, 100);
    }

    @Test
    void referenceAndMetadataGoWithTheMoney() {
        Map<String, Object> request =
                Map.of(
                        "from",
                        from,
                        "to",
                        to,
                        "amount",
                        5,
                        "pending",
                        true,
                        "reference",
                        "order",
                        "metadata",
                        Map.of("k", "v"));
        JsonNode hold = post("/transfers", request).expect(201);

        JsonNode posted = post("/transfers/" + id(hold) + "/post").expect(201);

        assertThat(posted.get("reference").textValue()).isEqualTo("order");
        assertThat(posted.get("metadata").get("k").textValue()).isEqualTo("v");
        JsonNode found = get("/transfers?reference=order&limit=2").expect(200).get("items");
        assertThat(found.findValuesAsText("id")).containsExactlyInAnyOrder(id(hold), id(posted));
        found.forEach(
                it -> {
                    if (it.get("kind").textValue().equals("hold")) {
                        assertThat(it.get("state").textValue()).isEqualTo("posted");
                    }
                });
    }

    private Map<String, Object> expiring(String lifetime) {
        return Map.of("from", from, "to", to, "amount", 1, "pending", true, "expiresIn", lifetime);
    }

    private Answer hold(long amount) {
        return post(
                "/transfers", Map.of("from", from, "to", to, "amount", amount, "pending", true));
    }

    private static String id(JsonNode object) {
        return object.get("id").textValue();
    }

    private static void expectAccount(UUID account, long balance, long held, long available) {
        JsonNode found = get("/accounts/" + account).expect(200);
        assertThat(found.get("balance").longValue()).isEqualTo(balance);
        assertThat(found.get("held").longValue()).isEqualTo(held);
        assertThat(found.get("available").longValue()).isEqualTo(available);
    }
}
