package dev.remit.api.account;

import static dev.remit.RemitApi.FIELDS_OF_ACCOUNT;
import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OpenAccountTest {

    @Test
    void answersTheAccountAndWhereItIs() {
        UUID id = UUID.randomUUID();

        Answer answer = post("/accounts", Map.of("id", id, "balance", 1000, "name", "Alice"));

        JsonNode account = answer.expect(201);
        assertThat(answer.response().contentType()).startsWith("application/json");
        assertThat(answer.header("Location")).endsWith("/accounts/" + id);
        assertThat(fields(account)).isEqualTo(FIELDS_OF_ACCOUNT);
        assertThat(account.get("id").textValue()).isEqualTo(id.toString());
        assertThat(account.get("balance").isIntegralNumber()).isTrue();
        assertThat(account.get("balance").longValue()).isEqualTo(1000);
        assertThat(account.get("version").isIntegralNumber()).isTrue();
        assertThat(account.get("version").longValue()).isEqualTo(1);
        assertThat(account.get("name").textValue()).isEqualTo("Alice");
        assertThat(account.get("createdAt").textValue()).matches(TIME);
        assertThat(get("/accounts/" + id).expect(200)).isEqualTo(account);
    }

    @Test
    void locationLeadsToTheAccount() {
        Answer answer = post("/accounts", Map.of());

        assertThat(get(answer.header("Location")).expect(200)).isEqualTo(answer.expect(201));
    }

    @Test
    void everythingMayBeLeftOut() {
        JsonNode account = post("/accounts", Map.of()).expect(201);

        assertThat(UUID.fromString(account.get("id").textValue())).isNotNull();
        assertThat(account.get("balance").longValue()).isZero();
        assertThat(account.get("version").longValue()).isZero();
        assertThat(account.get("name").isNull()).isTrue();
    }

    @Test
    void openingBalanceIsTheFirstDeposit() {
        JsonNode account = post("/accounts", Map.of("balance", 250)).expect(201);

        var history = history(UUID.fromString(account.get("id").textValue()));

        assertThat(history).hasSize(1);
        JsonNode deposit = history.getFirst();
        assertThat(deposit.get("version").longValue()).isEqualTo(1);
        assertThat(deposit.get("amount").longValue()).isEqualTo(250);
        assertThat(deposit.get("balance").longValue()).isEqualTo(250);
        assertThat(deposit.get("counterparty").isNull()).isTrue();
        assertThat(deposit.get("createdAt")).isEqualTo(account.get("createdAt"));
    }

    @Test
    void emptyAccountHasAnEmptyHistory() {
        assertThat(history(account(0))).isEmpty();
    }

    @Test
    void takenIdIsRefused() {
        UUID id = account(7);

        JsonNode problem =
                post("/accounts", Map.of("id", id, "balance", 9))
                        .expectProblem(409, "account-exists");

        assertThat(problem.get("account").textValue()).isEqualTo(id.toString());
        assertThat(get("/accounts/" + id).expect(200).get("balance").longValue()).isEqualTo(7);
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void largestBalanceIsExact() {
        JsonNode account = post("/accounts", Map.of("balance", MAX)).expect(201);

        String path = "/accounts/" + account.get("id").textValue();
        assertThat(get(path).response().asString()).contains("\"balance\":9007199254740991,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ünïcödé, 漢字, עברית",
                "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀",
                "a\"b\\c/d\ne\tf\u007f",
                "'; DROP TABLE accounts; --"
            })
    void namesComeBackAsTheyWereGiven(String name) {
        JsonNode account = post("/accounts", Map.of("name", name)).expect(201);

        assertThat(account.get("name").textValue()).isEqualTo(name);
        assertThat(get("/accounts/" + account.get("id").textValue()).expect(200))
                .isEqualTo(account);
    }

    @Test
    void nameMayHave255Characters() {
        String name = "n".repeat(255);

        assertThat(post("/accounts", Map.of("name", name)).expect(201).get("name").textValue())
                .isEqualTo(name);
    }

    @Test
    void idsMayBeWrittenInCapitals() {
        UUID id = UUID.randomUUID();
        String capitals = id.toString().toUpperCase(Locale.ROOT);

        JsonNode account = post("/accounts", Map.of("id", capitals)).expect(201);

        assertThat(account.get("id").textValue()).isEqualTo(id.toString());
        assertThat(get("/accounts/" + capitals).expect(200)).isEqualTo(account);
    }

    @Test
    void unknownAccountIsNotFound() {
        UUID id = UUID.randomUUID();

        JsonNode problem = get("/accounts/" + id).expectProblem(404, "account-not-found");

        assertThat(problem.get("account").textValue()).isEqualTo(id.toString());
    }
}
