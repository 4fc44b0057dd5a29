package dev.remit.api.statement;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement as banks send it, read by a library that reads theirs. */
@QuarkusTest
class StatementXmlTest {

    private final List<UUID> others = new ArrayList<>();

    /** Tests share the books, and some of them look at the totals of dollars alone. */
    @AfterEach
    void closeAccountsOfOtherCurrencies() {
        others.forEach(account -> delete("/accounts/" + account + "?payout=true").expect(204));
    }

    @Test
    void saysWhatTheJsonSays() {
        UUID alice = open(Map.of("name", "Alice & Sons", "balance", 1000));
        UUID bob = account(0);
        JsonNode rent =
                post(
                                "/transfers",
                                Map.of(
                                        "from",
                                        alice,
                                        "to",
                                        bob,
                                        "amount",
                                        150,
                                        "reference",
                                        "rent"))
                        .expect(201);
        transfer(bob, alice, 5).expect(201);
        post("/accounts/" + alice + "/withdrawals", Map.of("amount", 855)).expect(201);
        JsonNode json =
                get("/accounts/" + alice + "/statement?from=" + rent.get("createdAt").textValue())
                        .expect(200);

        AccountStatement9 statement =
                statement(
                        alice,
                        "?from="
                                + json.get("from").textValue()
                                + "&to="
                                + json.get("to").textValue());

        assertThat(statement.getAcct().getId().getOthr().getId()).isEqualTo(compact(alice));
        assertThat(statement.getAcct().getCcy()).isEqualTo("USD");
        assertThat(statement.getAcct().getNm()).isEqualTo("Alice & Sons");
        assertThat(statement.getFrToDt().getFrDtTm().toInstant()).isEqualTo(time(json, "from"));
        assertThat(statement.getFrToDt().getToDtTm().toInstant()).isEqualTo(time(json, "to"));
        assertBalance(statement.getBal().get(0), "OPBD", "10.00", time(json, "from"));
        assertBalance(statement.getBal().get(1), "CLBD", "0.00", time(json, "to"));
        assertThat(statement.getTxsSummry().getTtlNtries().getNbOfNtries()).isEqualTo("3");
        assertThat(statement.getTxsSummry().getTtlNtries().getTtlNetNtry().getAmt())
                .isEqualTo("10.00");
        assertThat(statement.getTxsSummry().getTtlNtries().getTtlNetNtry().getCdtDbtInd())
                .isEqualTo(CreditDebitCode.DBIT);
        assertThat(statement.getAddtlStmtInf())
                .isEqualTo(
                        "versions 1 to 4, commits %d to %d, head %d:%s"
                                .formatted(
                                        json.get("firstSequence").longValue(),
                                        json.get("lastSequence").longValue(),
                                        json.get("lastSequence").longValue(),
                                        json.get("hash").textValue()));

        assertThat(statement.getNtry()).hasSize(3);
        assertEntry(statement.getNtry().get(0), "1.50", CreditDebitCode.DBIT, "ICDT", "BOOK");
        assertEntry(statement.getNtry().get(1), "0.05", CreditDebitCode.CRDT, "RCDT", "BOOK");
        assertEntry(statement.getNtry().get(2), "8.55", CreditDebitCode.DBIT, "ICDT", "OTHR");
        ReportEntry10 first = statement.getNtry().get(0);
        assertThat(first.getNtryRef()).isEqualTo("2");
        assertThat(first.getAcctSvcrRef()).isEqualTo(rent.get("id").textValue().replace("-", ""));
        assertThat(first.getBookgDt().getDtTm().toInstant()).isEqualTo(time(rent, "createdAt"));
        assertThat(first.getValDt().getDtTm().toInstant()).isEqualTo(time(rent, "createdAt"));
        assertThat(first.getAddtlNtryInf()).isEqualTo("balance 8.50");
        EntryTransaction10 details = details(first);
        assertThat(details.getRefs().getPrtry().getFirst().getTp()).isEqualTo("sequence");
        assertThat(details.getRefs().getPrtry().getFirst().getRef())
                .isEqualTo(rent.get("sequence").asText());
        assertThat(details.getRltdPties().getCdtrAcct().getId().getOthr().getId())
                .isEqualTo(compact(bob));
        assertThat(details.getRmtInf().getUstrd()).containsExactly("rent");
        EntryTransaction10 back = details(statement.getNtry().get(1));
        assertThat(back.getRltdPties().getDbtrAcct().getId().getOthr().getId())
                .isEqualTo(compact(bob));
        assertThat(details(statement.getNtry().get(2)).getRltdPties()).isNull();
    }

    @Test
    void isValidWhateverThereIsToSay() {
        UUID alice = open(Map.of("balance", 9_007_199_254_740_991L, "name", "😀".repeat(80)));
        UUID bob = account(0);
        for (String reference : UnusualReferences.ALL) {
            post(
                            "/transfers",
                            Map.of("from", alice, "to", bob, "amount", 1, "reference", reference))
                    .expect(201);
        }
        UUID closed = account(7);
        delete("/accounts/" + closed + "?payout=true").expect(204);

        for (UUID account : List.of(alice, bob, closed, account(0))) {
            Camt053.assertValid(xml(account, ""));
            Camt053.assertValid(xml(account, "?to=0001-01-01T00:00:00Z"));
            Camt053.assertValid(xml(account, "?to=9999-12-31T23:59:59.999999Z"));
        }
        delete("/accounts/" + alice + "?payout=true").expect(204);
    }

    static List<String> references() {
        return UnusualReferences.ALL;
    }

    /** XML has no words for control characters; the other forms give them back. */
    @ParameterizedTest
    @MethodSource("references")
    void referencesAreGivenBackAsFarAsXmlCan(String reference) {
        UUID alice = account(0);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 1, "reference", reference))
                .expect(201);

        List<String> pieces =
                details(statement(alice, "").getNtry().getFirst()).getRmtInf().getUstrd();

        assertThat(String.join("", pieces))
                .isEqualTo(
                        reference.replaceAll(
                                "[\\u0001\\u0008\\u000B\\u001F\\uFFFE\\uFFFF]", "\uFFFD"));
        assertThat(pieces).allMatch(piece -> piece.length() <= 140);
    }

    @Test
    void anEmptyReferenceIsLeftOut() {
        UUID alice = account(0);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 1, "reference", "")).expect(201);

        assertThat(details(statement(alice, "").getNtry().getFirst()).getRmtInf()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, , 12345, 12345",
        "KWD, , 12345, 12.345",
        "CLF, , 1, 0.0001",
        "ABC, 5, 9007199254740991, 90071992547.40991"
    })
    void amountsAreInTheCurrencysUnits(String code, Integer units, long amount, String decimal) {
        UUID account = openIn(code, units, amount);

        AccountStatement9 statement = statement(account, "");

        assertThat(statement.getAcct().getCcy()).isEqualTo(code);
        assertThat(statement.getNtry().getFirst().getAmt().getValue())
                .isEqualTo(new BigDecimal(decimal));
        assertThat(statement.getNtry().getFirst().getAmt().getCcy()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"POINTS, 0", "BTC, 8", "A1B, 2", "ABC, 6"})
    void otherCurrenciesHaveNoSuchStatement(String code, int units) {
        UUID account = openIn(code, units, 1);

        JsonNode problem =
                get("/accounts/" + account + "/statement.xml").expectProblem(406, "not-acceptable");

        assertThat(problem.get("account").textValue()).isEqualTo(account.toString());
        assertThat(problem.get("detail").textValue()).contains(code, "text/csv");
        get("/accounts/" + account + "/statement").expect(200);
        given().get("/accounts/" + account + "/statement.csv").then().statusCode(200);
    }

    @Test
    void theSameStatementHasTheSameId() {
        UUID alice = account(1);
        String to = get("/accounts/" + alice + "/statement").expect(200).get("to").textValue();

        String id = statement(alice, "?to=" + to).getId();

        assertThat(statement(alice, "?to=" + to).getId()).isEqualTo(id);
        assertThat(statement(alice, "?to=2001-01-01T00:00:00Z").getId()).isNotEqualTo(id);
    }

    @Test
    void aReversalIsMarkedInEveryForm() {
        UUID alice = account(100);
        UUID bob = account(0);
        String posted = transfer(alice, bob, 60).expect(201).get("id").textValue();
        post("/transfers/" + posted + "/reverse").expect(201);

        JsonNode entries = get("/accounts/" + bob + "/statement").expect(200).get("entries");

        assertThat(entries.get(0).get("kind")).isNull();
        assertThat(entries.get(1).get("kind").textValue()).isEqualTo("reversal");
        AccountStatement9 statement = statement(bob, "");
        assertThat(statement.getNtry().get(0).isRvslInd()).isNull();
        assertThat(statement.getNtry().get(1).isRvslInd()).isTrue();
        assertThat(get("/accounts/" + bob + "/statement.csv").response().asString())
                .containsOnlyOnce(",reversal,");
    }

    @Test
    void aBalanceBelowZeroIsADebit() {
        UUID alice = open(Map.of("overdraft", 50));
        transfer(alice, account(0), 20).expect(201);

        AccountStatement9 statement = statement(alice, "");

        assertThat(statement.getBal().get(1).getAmt().getValue()).isEqualTo("0.20");
        assertThat(statement.getBal().get(1).getCdtDbtInd()).isEqualTo(CreditDebitCode.DBIT);
    }

    private static void assertBalance(
            CashBalance8 balance, String type, String amount, Instant time) {
        assertThat(balance.getTp().getCdOrPrtry().getCd()).isEqualTo(type);
        assertThat(balance.getAmt().getValue()).isEqualTo(amount);
        assertThat(balance.getAmt().getCcy()).isEqualTo("USD");
        assertThat(balance.getCdtDbtInd()).isEqualTo(CreditDebitCode.CRDT);
        assertThat(balance.getDt().getDtTm().toInstant()).isEqualTo(time);
    }

    private static void assertEntry(
            ReportEntry10 entry,
            String amount,
            CreditDebitCode direction,
            String family,
            String subFamily) {
        assertThat(entry.getAmt().getValue()).isEqualTo(amount);
        assertThat(entry.getCdtDbtInd()).isEqualTo(direction);
        assertThat(entry.getSts().getCd()).isEqualTo("BOOK");
        assertThat(entry.getBkTxCd().getDomn().getCd()).isEqualTo("PMNT");
        assertThat(entry.getBkTxCd().getDomn().getFmly().getCd()).isEqualTo(family);
        assertThat(entry.getBkTxCd().getDomn().getFmly().getSubFmlyCd()).isEqualTo(subFamily);
    }

    private static EntryTransaction10 details(ReportEntry10 entry) {
        return entry.getNtryDtls().getFirst().getTxDtls().getFirst();
    }

    private UUID openIn(String currency, Integer minorUnits, long balance) {
        Map<String, Object> account = new HashMap<>(Map.of("currency", currency));
        account.put("balance", balance);
        if (minorUnits != null) {
            account.put("minorUnits", minorUnits);
        }
        UUID id = open(account);
        others.add(id);
        return id;
    }

    private static UUID open(Map<String, Object> account) {
        return UUID.fromString(post("/accounts", account).expect(201).get("id").textValue());
    }

    private static AccountStatement9 statement(UUID account, String query) {
        String xml = xml(account, query);
        Camt053.assertValid(xml);
        return MxCamt05300108.parse(xml).getBkToCstmrStmt().getStmt().getFirst();
    }

    private static String xml(UUID account, String query) {
        byte[] body =
                given().get("/accounts/" + account + "/statement.xml" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Instant time(JsonNode object, String field) {
        return Instant.parse(object.get(field).textValue());
    }

    private static String compact(UUID id) {
        return id.toString().replace("-", "");
    }
}
