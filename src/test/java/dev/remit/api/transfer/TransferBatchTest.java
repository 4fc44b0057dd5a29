package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.RemitApi.Books;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferBatchTest {

    private static final String PATH = "/transfers/batch";

    private UUID alice;
    private UUID bob;

    @BeforeEach
    void open() {
        alice = account(1000);
        bob = account(250);
    }

    @Test
    void allArePostedInOneCommitAndAnsweredInOrder() {
        JsonNode answer =
                post(PATH, together(transfer(alice, bob, 100), transfer(bob, alice, 30)))
                        .expect(201);

        assertThat(fields(answer)).containsExactly("transfers");
        JsonNode first = answer.get("transfers").get(0);
        JsonNode second = answer.get("transfers").get(1);
        assertThat(first.get("fromBalance").longValue()).isEqualTo(900);
        assertThat(second.get("toBalance").longValue()).isEqualTo(930);
        assertThat(second.get("sequence")).isEqualTo(first.get("sequence"));
        for (JsonNode transfer : answer.get("transfers")) {
            assertThat(get("/transfers/" + transfer.get("id").textValue()).expect(200))
                    .isEqualTo(transfer);
        }
    }

    @Test
    void unlessItSaysOtherwiseItIsAllOrNothing() {
        JsonNode problem =
                post(
                                PATH,
                                Map.of(
                                        "transfers",
                                        List.of(
                                                transfer(alice, bob, 100),
                                                transfer(alice, bob, 901))))
                        .expectProblem(422, "insufficient-funds");

        assertThat(problem.get("index").intValue()).isEqualTo(1);
        assertThat(problem.get("balance").longValue()).isEqualTo(900);
        assertThat(balance(alice)).isEqualTo(1000);
        assertThat(history(bob)).hasSize(1);
    }

    @Test
    void aRejectedOneTellsItsIndexEvenIfItIsAlone() {
        JsonNode problem =
                post(PATH, together(transfer(alice, bob, 1001)))
                        .expectProblem(422, "insufficient-funds");

        assertThat(problem.get("index").intValue()).isZero();
    }

    @Test
    void aDepositFundsTheWithdrawalBehindIt() {
        Books before = summary();
        Map<String, Object> deposit = Map.of("to", alice, "amount", 500);
        Map<String, Object> withdrawal = Map.of("from", alice, "amount", 1500);

        JsonNode transfers = post(PATH, together(deposit, withdrawal)).expect(201).get("transfers");

        assertThat(transfers.get(0).get("from").isNull()).isTrue();
        assertThat(transfers.get(1).get("to").isNull()).isTrue();
        assertThat(balance(alice)).isZero();
        assertThat(summary()).isEqualTo(before.plus(0, -1000));
        post(PATH, together(withdrawal, deposit)).expectProblem(422, "insufficient-funds");
    }

    @Test
    void eachForItselfIsPostedOrRejected() {
        UUID nobody = UUID.randomUUID();

        JsonNode results =
                post(
                                PATH,
                                apart(
                                        transfer(alice, bob, 600),
                                        transfer(alice, bob, 600),
                                        transfer(alice, nobody, 1),
                                        transfer(alice, bob, 400)))
                        .expect(200)
                        .get("results");

        assertThat(results)
                .extracting(result -> result.get("status").textValue())
                .containsExactly("posted", "rejected", "rejected", "posted");
        assertThat(fields(results.get(0))).containsExactly("status", "transfer");
        assertThat(fields(results.get(1))).containsExactly("status", "problem");
        assertThat(results.get(1).get("problem").get("type").textValue())
                .isEqualTo("urn:remit:problem:insufficient-funds");
        assertThat(results.get(1).get("problem").get("balance").longValue()).isEqualTo(400);
        assertThat(results.get(2).get("problem").get("account").textValue())
                .isEqualTo(nobody.toString());
        assertThat(results.get(3).get("transfer").get("fromBalance").longValue()).isZero();
        assertThat(balance(bob)).isEqualTo(1250);
    }

    @Test
    void aCallWithAKeyIsPostedOnce() {
        String key = "payroll " + UUID.randomUUID();
        Map<String, Object> batch = together(transfer(alice, bob, 1), transfer(alice, bob, 1));

        Answer first = post(PATH, batch, key.replace(' ', '-'));
        Answer again = post(PATH, batch, key.replace(' ', '-'));

        assertThat(again.expect(200)).isEqualTo(first.expect(201));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.expect(201).get("transfers"))
                .extracting(transfer -> transfer.get("id").textValue())
                .doesNotHaveDuplicates();
        assertThat(balance(alice)).isEqualTo(998);
    }

    @Test
    void aCallWithAKeyAndOtherContentIsAConflict() {
        String key = UUID.randomUUID().toString();
        post(PATH, together(transfer(alice, bob, 1), transfer(alice, bob, 2)), key).expect(201);

        JsonNode problem =
                post(PATH, together(transfer(alice, bob, 1), transfer(alice, bob, 3)), key)
                        .expectProblem(422, "idempotency-conflict");

        assertThat(problem.get("index").intValue()).isEqualTo(1);
        assertThat(balance(alice)).isEqualTo(997);
    }

    @Test
    void repeatedOneByOneWhatWasPostedIsNotPostedAgain() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> batch = apart(transfer(alice, bob, 900), transfer(alice, bob, 200));
        post(PATH, batch, key).expect(200);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 100)).expect(201);

        JsonNode results = post(PATH, batch, key).expect(200).get("results");

        assertThat(results)
                .extracting(result -> result.get("status").textValue())
                .containsExactly("posted", "posted");
        assertThat(balance(alice)).isZero();
        assertThat(balance(bob)).isEqualTo(1350);
    }

    @Test
    void anIdOfItsOwnBeatsThatOfTheCall() {
        UUID own = UUID.randomUUID();
        Map<String, Object> named = Map.of("id", own, "from", alice, "to", bob, "amount", 5);

        JsonNode transfers =
                post(PATH, together(named, transfer(alice, bob, 5)), UUID.randomUUID().toString())
                        .expect(201)
                        .get("transfers");

        assertThat(transfers.get(0).get("id").textValue()).isEqualTo(own.toString());
        assertThat(transfers.get(1).get("id").textValue()).isNotEqualTo(own.toString());
    }

    @Test
    void theSameIdTwiceInACallIsPostedOnce() {
        Map<String, Object> one =
                Map.of("id", UUID.randomUUID(), "from", alice, "to", bob, "amount", 5);

        JsonNode transfers = post(PATH, together(one, one)).expect(201).get("transfers");

        assertThat(transfers.get(1)).isEqualTo(transfers.get(0));
        assertThat(balance(alice)).isEqualTo(995);
    }

    @Test
    void aThousandAtOnce() {
        JsonNode transfers =
                post(PATH, Map.of("transfers", Collections.nCopies(1000, transfer(alice, bob, 1))))
                        .expect(201)
                        .get("transfers");

        assertThat(transfers).hasSize(1000);
        assertThat(balance(alice)).isZero();
        assertThat(history(bob)).hasSize(1001);
    }

    private static Map<String, Object> transfer(UUID from, UUID to, long amount) {
        return Map.of("from", from, "to", to, "amount", amount);
    }

    private static Map<String, Object> together(Object... transfers) {
        return Map.of("atomic", true, "transfers", List.of(transfers));
    }

    private static Map<String, Object> apart(Object... transfers) {
        return Map.of("atomic", false, "transfers", List.of(transfers));
    }
}
