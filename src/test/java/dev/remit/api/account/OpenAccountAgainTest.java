package dev.remit.api.account;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account's id is its idempotency key: whoever got no answer asks again. */
@QuarkusTest
class OpenAccountAgainTest {

    @Test
    void theSameIdAgainAnswersTheAccountAndOpensNothing() {
        UUID id = UUID.randomUUID();
        Map<String, ?> body = Map.of("id", id, "balance", 1000, "name", "Alice");
        JsonNode first = post("/accounts", body).expect(201);
        var before = summary();

        Answer again = post("/accounts", body);

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(summary()).isEqualTo(before);
        assertThat(history(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account-of-alice-", "!~"})
    void theKeyMayComeInTheHeader(String prefix) {
        String unique = prefix + UUID.randomUUID();
        JsonNode first = post("/accounts", Map.of("balance", 5), unique).expect(201);

        assertThat(post("/accounts", Map.of("balance", 5), unique).expect(200)).isEqualTo(first);
        post("/accounts", Map.of("balance", 6), unique).expectProblem(409, "account-exists");
    }

    @Test
    void anIdInTheBodyAndAnotherInTheHeaderAreAMistake() {
        post("/accounts", Map.of("id", UUID.randomUUID()), UUID.randomUUID().toString())
                .expectProblem(400, "invalid-request");
    }

    @Test
    void itIsAnsweredAsItIsNow() {
        UUID id = account(100);
        transfer(id, account(0), 30).expect(201);

        JsonNode again = post("/accounts", Map.of("id", id, "balance", 100)).expect(200);

        assertThat(again).isEqualTo(get("/accounts/" + id).expect(200));
        assertThat(again.get("balance").longValue()).isEqualTo(70);
    }

    /** What came in later is no opening balance, although the account holds the same. */
    @Test
    void anotherOpeningBalanceIsAnotherAccount() {
        UUID id = account(0);
        post("/accounts/" + id + "/deposits", Map.of("amount", 50)).expect(201);

        post("/accounts", Map.of("id", id, "balance", 50)).expectProblem(409, "account-exists");
        post("/accounts", Map.of("id", id)).expect(200);
    }

    @Test
    void accountsThatWereOpenedTogetherAreAnsweredTogether() {
        List<Map<String, Object>> accounts =
                Stream.of(0, 10, 20)
                        .map(it -> Map.<String, Object>of("id", UUID.randomUUID(), "balance", it))
                        .toList();
        JsonNode first = post("/accounts/batch", Map.of("accounts", accounts)).expect(201);

        Answer again = post("/accounts/batch", Map.of("accounts", accounts));

        assertThat(again.expect(200)).isEqualTo(first);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    /** Whoever knows how ids are derived can take one before the account is there. */
    @Test
    void aTransferUnderTheIdOfAnOpeningKeepsNothingButThatAccountFromBeingOpened() {
        UUID id = UUID.randomUUID();
        UUID deposit = new dev.remit.ledger.Command.Open(id, true, null, 5).deposit();
        UUID other = account(0);
        post("/accounts/" + other + "/deposits", Map.of("id", deposit, "amount", 5)).expect(201);

        post("/accounts", Map.of("id", id, "balance", 5))
                .expectProblem(422, "idempotency-conflict");

        get("/accounts/" + id).expectProblem(404, "account-not-found");
    }
}
