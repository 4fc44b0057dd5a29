package dev.remit.api.account;

import static dev.remit.RemitApi.FIELDS_OF_ACCOUNT;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Books;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Order(RemitApi.LAST)
class OpenManyAccountsTest {

    private static final String PATH = "/accounts/batch";

    @Test
    void oneIsEnough() {
        JsonNode answer = post(PATH, accounts(List.of(Map.of("balance", 5)))).expect(201);

        assertThat(fields(answer)).containsExactly("accounts");
        assertThat(answer.get("accounts")).hasSize(1);
        JsonNode account = answer.get("accounts").get(0);
        assertThat(fields(account)).isEqualTo(FIELDS_OF_ACCOUNT);
        assertThat(get("/accounts/" + account.get("id").textValue()).expect(200))
                .isEqualTo(account);
    }

    @Test
    void accountsAreAnsweredInTheOrderOfTheRequest() {
        UUID chosen = UUID.randomUUID();

        JsonNode opened =
                post(
                                PATH,
                                accounts(
                                        List.of(
                                                Map.of("name", "first", "balance", 1),
                                                Map.of("name", "second", "id", chosen),
                                                Map.of("name", "third", "balance", 3))))
                        .expect(201)
                        .get("accounts");

        assertThat(opened)
                .extracting(account -> account.get("name").textValue())
                .containsExactly("first", "second", "third");
        assertThat(opened)
                .extracting(account -> account.get("balance").longValue())
                .containsExactly(1L, 0L, 3L);
        assertThat(opened.get(1).get("id").textValue()).isEqualTo(chosen.toString());
        UUID third = UUID.fromString(opened.get(2).get("id").textValue());
        assertThat(history(third)).hasSize(1);
    }

    @Test
    void tenThousandAreOpenedAtOnce() {
        Books before = summary();

        JsonNode opened =
                post(PATH, accounts(Collections.nCopies(10_000, Map.of("balance", 2))))
                        .expect(201)
                        .get("accounts");

        assertThat(opened).hasSize(10_000);
        assertThat(opened)
                .extracting(account -> account.get("id").textValue())
                .doesNotHaveDuplicates();
        assertThat(summary()).isEqualTo(before.plus(10_000, 20_000));
    }

    @Test
    void oneMoreIsTooMany() {
        Books before = summary();

        JsonNode problem =
                post(PATH, accounts(Collections.nCopies(10_001, Map.of())))
                        .expectProblem(400, "invalid-request");

        assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo("accounts");
        assertThat(summary()).isEqualTo(before);
    }

    @Test
    void noneIsTooFew() {
        post(PATH, accounts(List.of())).expectProblem(400, "invalid-request");
    }

    @Test
    void idGivenTwiceOpensNone() {
        UUID twice = UUID.randomUUID();
        Books before = summary();

        JsonNode problem =
                post(
                                PATH,
                                accounts(
                                        List.of(
                                                Map.of("balance", 1),
                                                Map.of("id", twice, "balance", 2),
                                                Map.of("id", twice, "balance", 3))))
                        .expectProblem(409, "account-exists");

        assertThat(problem.get("account").textValue()).isEqualTo(twice.toString());
        assertThat(problem.get("index").intValue()).isEqualTo(2);
        assertThat(summary()).isEqualTo(before);
        get("/accounts/" + twice).expectProblem(404, "account-not-found");
        get("/accounts/" + twice + "/transfers").expectProblem(404, "account-not-found");
    }

    @Test
    void takenIdOpensNone() {
        UUID taken = account(10);
        UUID fresh = UUID.randomUUID();
        Books before = summary();

        JsonNode problem =
                post(
                                PATH,
                                accounts(
                                        List.of(
                                                Map.of("id", fresh, "balance", 1),
                                                Map.of("id", taken, "balance", 2))))
                        .expectProblem(409, "account-exists");

        assertThat(problem.get("account").textValue()).isEqualTo(taken.toString());
        assertThat(problem.get("index").intValue()).isEqualTo(1);
        assertThat(summary()).isEqualTo(before);
        get("/accounts/" + fresh).expectProblem(404, "account-not-found");
        assertThat(history(taken)).hasSize(1);
    }

    @Test
    void brokenRuleIsNamedWithItsPlaceAndOpensNone() {
        Books before = summary();
        List<Map<String, Object>> accounts = new ArrayList<>();
        accounts.add(Map.of("balance", 1));
        accounts.add(Map.of("balance", -1));
        accounts.add(null);

        JsonNode errors =
                post(PATH, accounts(accounts)).expectProblem(400, "invalid-request").get("errors");

        assertThat(errors)
                .extracting(error -> error.get("field").textValue())
                .containsExactly("accounts[1].balance", "accounts[2]");
        assertThat(summary()).isEqualTo(before);
    }

    private static Map<String, Object> accounts(List<? extends Map<String, ?>> accounts) {
        return Map.of("accounts", accounts);
    }
}
