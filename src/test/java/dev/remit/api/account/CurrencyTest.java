package dev.remit.api.account;

import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every account has a currency, and no transfer changes it. */
@QuarkusTest
class CurrencyTest {

    private final List<UUID> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(account -> delete("/accounts/" + account + "?payout=true").expect(204));
    }

    @Test
    void dollarsUnlessItSaysOtherwise() {
        JsonNode account = open(Map.of()).expect(201);

        assertThat(account.get("currency").textValue()).isEqualTo("USD");
        assertThat(account.get("minorUnits").intValue()).isEqualTo(2);
    }

    @Test
    void minorUnitsOfIsoCurrenciesNeedNotBeSaid() {
        for (var known : Map.of("EUR", 2, "JPY", 0, "BHD", 3).entrySet()) {
            JsonNode account = open(Map.of("currency", known.getKey(), "balance", 5)).expect(201);
            JsonNode same =
                    open(Map.of("currency", known.getKey(), "minorUnits", known.getValue()))
                            .expect(201);

            assertThat(account.get("minorUnits").intValue()).isEqualTo(known.getValue());
            assertThat(same.get("currency").textValue()).isEqualTo(known.getKey());
            assertThat(get("/accounts/" + account.get("id").textValue()).expect(200))
                    .isEqualTo(account);
        }
    }

    @Test
    void aCurrencyOfOnesOwnHasTheMinorUnitsThatItIsGiven() {
        JsonNode none = open(Map.of("currency", "POINTS")).expect(201);
        JsonNode eight = open(Map.of("currency", "BTC", "minorUnits", 8)).expect(201);

        assertThat(none.get("minorUnits").intValue()).isZero();
        assertThat(eight.get("minorUnits").intValue()).isEqualTo(8);
        assertThat(get("/accounts/" + eight.get("id").textValue()).expect(200)).isEqualTo(eight);
    }

    @Test
    void aTransferBetweenCurrenciesIsRejected() {
        UUID dollars = id(open(Map.of("balance", 100)));
        UUID euros = id(open(Map.of("currency", "EUR", "balance", 100)));
        UUID others = id(open(Map.of("currency", "BTC", "minorUnits", 8, "balance", 100)));
        UUID likeOthers = id(open(Map.of("currency", "BTC", "minorUnits", 5)));

        JsonNode problem = transfer(dollars, euros, 1).expectProblem(422, "currency-mismatch");

        assertThat(problem.get("account").textValue()).isEqualTo(euros.toString());
        transfer(euros, dollars, 1).expectProblem(422, "currency-mismatch");
        transfer(others, likeOthers, 1).expectProblem(422, "currency-mismatch");
        assertThat(get("/accounts/" + dollars).expect(200).get("balance").longValue())
                .isEqualTo(100);
    }

    @Test
    void moneyOfOneCurrencyMoves() {
        UUID one = id(open(Map.of("currency", "EUR", "balance", 100)));
        UUID other = id(open(Map.of("currency", "EUR")));

        assertThat(transfer(one, other, 40).expect(201).get("toBalance").longValue()).isEqualTo(40);
    }

    @Test
    void theSameIdWithAnotherCurrencyIsAnotherAccount() {
        UUID id = UUID.randomUUID();
        open(Map.of("id", id, "currency", "EUR", "balance", 1)).expect(201);

        post("/accounts", Map.of("id", id, "currency", "EUR", "balance", 1)).expect(200);
        post("/accounts", Map.of("id", id, "balance", 1)).expectProblem(409, "account-exists");
    }

    @Test
    void totalsAreByCurrency() {
        open(Map.of("balance", 1)).expect(201);
        open(Map.of("currency", "CHF", "balance", 70)).expect(201);
        open(Map.of("currency", "CHF", "balance", 7)).expect(201);
        open(Map.of("currency", "MILES", "balance", 5)).expect(201);

        JsonNode summary = get("/accounts/summary").expect(200);

        assertThat(summary.get("total").isNull()).isTrue();
        assertThat(total(summary, "CHF").get("count").longValue()).isEqualTo(2);
        assertThat(total(summary, "CHF").get("total").longValue()).isEqualTo(77);
        assertThat(total(summary, "MILES").get("minorUnits").intValue()).isZero();
        assertThat(
                        summary.get("totals").findValues("count").stream()
                                .mapToLong(JsonNode::longValue)
                                .sum())
                .isEqualTo(summary.get("count").longValue());
    }

    /**
     * How docs/currencies.md changes money: two transfers, all or nothing, over accounts of whoever
     * changes it.
     */
    @Test
    void aConversionIsTwoTransfersOverExchangeAccounts() {
        UUID alice = id(open(Map.of("balance", 10_000)));
        UUID bob = id(open(Map.of("currency", "EUR")));
        UUID exchangeDollars = id(open(Map.of("balance", 1_000_000)));
        UUID exchangeEuros = id(open(Map.of("currency", "EUR", "balance", 1_000_000)));
        Map<String, Object> out = Map.of("from", alice, "to", exchangeDollars, "amount", 10_000);
        Map<String, Object> in = Map.of("from", exchangeEuros, "to", bob, "amount", 9_215);

        post("/transfers/batch", Map.of("transfers", List.of(out, in))).expect(201);

        assertThat(balance(alice)).isZero();
        assertThat(balance(exchangeDollars)).isEqualTo(1_010_000);
        assertThat(balance(exchangeEuros)).isEqualTo(990_785);
        assertThat(balance(bob)).isEqualTo(9_215);
        post("/transfers/batch", Map.of("transfers", List.of(in, out)))
                .expectProblem(422, "insufficient-funds");
        assertThat(balance(bob)).isEqualTo(9_215);
    }

    private static long balance(UUID account) {
        return get("/accounts/" + account).expect(200).get("balance").longValue();
    }

    private static JsonNode total(JsonNode summary, String currency) {
        for (JsonNode total : summary.get("totals")) {
            if (total.get("currency").textValue().equals(currency)) {
                return total;
            }
        }
        throw new AssertionError("no " + currency + " in " + summary);
    }

    private Answer open(Map<String, Object> account) {
        Answer answer = post("/accounts", account);
        opened.add(id(answer));
        return answer;
    }

    private static UUID id(Answer opened) {
        return UUID.fromString(opened.expect(201).get("id").textValue());
    }
}
