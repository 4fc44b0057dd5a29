package dev.remit.api.account;

import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
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
import org.junit.jupiter.api.Test;

/** What can be agreed about an account: name, overdraft, frozen, metadata. */
@QuarkusTest
class TermsTest {

    @Test
    void anAccountHasNoneUnlessTheyAreGiven() {
        UUID account = account(100);

        JsonNode found = get("/accounts/" + account).expect(200);

        assertThat(found.get("held").longValue()).isZero();
        assertThat(found.get("available").longValue()).isEqualTo(100);
        assertThat(found.get("overdraft").longValue()).isZero();
        assertThat(found.get("frozen").textValue()).isEqualTo("none");
        assertThat(found.get("metadata")).isEmpty();
        assertThat(get("/accounts/" + account + "/terms").expect(200).get("items")).isEmpty();
    }

    @Test
    void theyCanBeGivenAtTheOpening() {
        Map<String, Object> terms =
                Map.of(
                        "name",
                        "Ann",
                        "overdraft",
                        50,
                        "frozen",
                        "credits",
                        "metadata",
                        Map.of("b", "\"2\"", "a", "1"));

        Answer opened = post("/accounts", terms);

        JsonNode account = opened.expect(201);
        String path = "/accounts/" + account.get("id").textValue();
        assertThat(account.get("overdraft").longValue()).isEqualTo(50);
        assertThat(account.get("available").longValue()).isEqualTo(50);
        assertThat(account.get("frozen").textValue()).isEqualTo("credits");
        assertThat(account.get("metadata").toString())
                .isEqualTo("{\"a\":\"1\",\"b\":\"\\\"2\\\"\"}");
        Answer found = get(path);
        assertThat(found.expect(200)).isEqualTo(account);
        assertThat(found.header("ETag")).isEqualTo(opened.header("ETag")).isEqualTo("\"0.0.0\"");
        JsonNode history = get(path + "/terms").expect(200).get("items");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).get("revision").longValue()).isZero();
        assertThat(history.get(0).get("name").textValue()).isEqualTo("Ann");
        assertThat(history.get(0).get("changedAt")).isEqualTo(account.get("createdAt"));
    }

    @Test
    void aChangeTouchesWhatItNamesAndIsInTheHistory() {
        UUID id = account(100);
        String path = "/accounts/" + id;
        patch(path, "{\"name\":\"Bob\",\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}", null).expect(200);

        Answer changed =
                patch(path, "{\"overdraft\":30,\"metadata\":{\"b\":null,\"c\":\"3\"}}", null);

        JsonNode account = changed.expect(200);
        assertThat(account.get("name").textValue()).isEqualTo("Bob");
        assertThat(account.get("metadata").toString()).isEqualTo("{\"a\":\"1\",\"c\":\"3\"}");
        assertThat(account.get("available").longValue()).isEqualTo(130);
        assertThat(account.get("version").longValue()).isEqualTo(1);
        Answer found = get(path);
        assertThat(found.expect(200)).isEqualTo(account);
        assertThat(found.header("ETag")).isEqualTo(changed.header("ETag")).isEqualTo("\"1.2.0\"");
        JsonNode history = get(path + "/terms").expect(200).get("items");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).get("revision").longValue()).isEqualTo(2);
        assertThat(history.get(0).get("overdraft").longValue()).isEqualTo(30);
        assertThat(history.get(0).get("changedAt").textValue()).matches(TIME);
        assertThat(history.get(1).get("overdraft").longValue()).isZero();
        assertThat(history.get(1).get("sequence").longValue())
                .isLessThan(history.get(0).get("sequence").longValue());
        Answer firstPage = get(path + "/terms?limit=1");
        assertThat(firstPage.expect(200).get("next").textValue()).isEqualTo("2");
        assertThat(get(path + "/terms?limit=1&before=2").expect(200).get("items").get(0))
                .isEqualTo(history.get(1));
    }

    @Test
    void nullIsTheDefault() {
        UUID id = account(100);
        String path = "/accounts/" + id;
        patch(
                        path,
                        "{\"name\":\"Bob\",\"overdraft\":5,\"frozen\":\"all\",\"metadata\":{\"a\":\"1\"}}",
                        null)
                .expect(200);

        JsonNode account =
                patch(
                                path,
                                "{\"name\":null,\"overdraft\":null,\"frozen\":null,\"metadata\":null}",
                                null)
                        .expect(200);

        assertThat(account.get("name").isNull()).isTrue();
        assertThat(account.get("overdraft").longValue()).isZero();
        assertThat(account.get("frozen").textValue()).isEqualTo("none");
        assertThat(account.get("metadata")).isEmpty();
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        String path = "/accounts/" + account(100);
        patch(path, "{\"name\":\"Bob\"}", null).expect(200);

        Answer same = patch(path, "{\"name\":\"Bob\",\"overdraft\":0}", null);
        Answer empty = patch(path, "{}", null);

        assertThat(same.expect(200)).isEqualTo(empty.expect(200));
        assertThat(same.header("ETag")).isEqualTo("\"1.1.0\"");
        assertThat(get(path + "/terms").expect(200).get("items")).hasSize(1);
    }

    @Test
    void aPatchIsTakenAsOrdinaryJsonToo() {
        String path = "/accounts/" + account(0);

        assertThat(
                        new Answer(
                                        io.restassured.RestAssured.given()
                                                .contentType("application/json")
                                                .body("{\"name\":\"Cid\"}")
                                                .patch(path))
                                .expect(200)
                                .get("name")
                                .textValue())
                .isEqualTo("Cid");
    }

    @Test
    void whoHasSeenAnOldStateChangesNothing() {
        UUID id = account(100);
        String path = "/accounts/" + id;
        String seen = get(path).header("ETag");
        patch(path, "{\"name\":\"first\"}", seen).expect(200);

        JsonNode problem =
                patch(path, "{\"name\":\"second\"}", seen)
                        .expectProblem(412, "precondition-failed");

        assertThat(problem.get("account").textValue()).isEqualTo(id.toString());
        assertThat(get(path).expect(200).get("name").textValue()).isEqualTo("first");
        String now = get(path).header("ETag");
        patch(path, "{\"name\":\"third\"}", "\"other\", " + now).expect(200);
        patch(path, "{\"name\":\"fourth\"}", "*").expect(200);
        patch(path, "{\"name\":\"weak\"}", "W/" + get(path).header("ETag"))
                .expectProblem(412, "precondition-failed");
        patch(path, "{\"name\":\"no tag\"}", "1.2.3").expectProblem(400, "invalid-request");
    }

    @Test
    void aListOfTagsMayBeAsLongAsAHeader() {
        String path = "/accounts/" + account(0);
        String others = "\"\", ".repeat(4000);

        patch(path, "{\"name\":\"x\"}", others + "\"1.0.0\"")
                .expectProblem(412, "precondition-failed");
        patch(path, "{\"name\":\"x\"}", others + get(path).header("ETag")).expect(200);
    }

    @Test
    void everyPostingIsAnotherState() {
        UUID id = account(100);
        String before = get("/accounts/" + id).header("ETag");
        transfer(id, account(0), 1).expect(201);

        assertThat(get("/accounts/" + id).header("ETag")).isNotEqualTo(before);
        patch("/accounts/" + id, "{\"name\":\"x\"}", before)
                .expectProblem(412, "precondition-failed");
    }

    @Test
    void anOverdraftCanBeSpentAndNotMore() {
        UUID from = account(100);
        UUID to = account(0);
        patch("/accounts/" + from, "{\"overdraft\":30}", null).expect(200);

        JsonNode posted = transfer(from, to, 120).expect(201);

        assertThat(posted.get("fromBalance").longValue()).isEqualTo(-20);
        assertThat(balance(from)).isEqualTo(-20);
        JsonNode problem = transfer(from, to, 11).expectProblem(422, "insufficient-funds");
        assertThat(problem.get("balance").longValue()).isEqualTo(-20);
        assertThat(problem.get("available").longValue()).isEqualTo(10);
        transfer(from, to, 10).expect(201);
        assertThat(get("/accounts/" + from).expect(200).get("available").longValue()).isZero();
        // What comes in is not enough yet for a balance above zero.
        assertThat(transfer(to, from, 5).expect(201).get("toBalance").longValue()).isEqualTo(-25);
    }

    @Test
    void anOverdraftThatIsInUseCannotBeTakenAway() {
        UUID id = account(0);
        patch("/accounts/" + id, "{\"overdraft\":30}", null).expect(200);
        transfer(id, account(0), 20).expect(201);

        JsonNode problem =
                patch("/accounts/" + id, "{\"overdraft\":19}", null)
                        .expectProblem(422, "overdraft-in-use");

        assertThat(problem.get("balance").longValue()).isEqualTo(-20);
        patch("/accounts/" + id, "{\"overdraft\":20}", null).expect(200);
        delete("/accounts/" + id + "?payout=true").expectProblem(409, "account-not-empty");
        assertThat(items("/accounts?minBalance=-20&maxBalance=-20"))
                .anyMatch(it -> it.get("id").textValue().equals(id.toString()));
        // The tour of the accounts in dollars counts on what they hold together.
        post("/accounts/" + id + "/deposits", Map.of("amount", 20)).expect(201);
        delete("/accounts/" + id).expect(204);
    }

    @Test
    void whatIsFrozenStaysWhereItIs() {
        UUID account = account(100);
        UUID other = account(100);
        String path = "/accounts/" + account;

        patch(path, "{\"frozen\":\"debits\"}", null).expect(200);
        assertThat(transfer(account, other, 1).expectProblem(422, "account-frozen").get("frozen"))
                .hasToString("\"debits\"");
        post(path + "/withdrawals", Map.of("amount", 1)).expectProblem(422, "account-frozen");
        delete(path + "?payout=true").expectProblem(422, "account-frozen");
        transfer(other, account, 1).expect(201);

        patch(path, "{\"frozen\":\"credits\"}", null).expect(200);
        transfer(other, account, 1).expectProblem(422, "account-frozen");
        post(path + "/deposits", Map.of("amount", 1)).expectProblem(422, "account-frozen");
        transfer(account, other, 1).expect(201);

        patch(path, "{\"frozen\":\"all\"}", null).expect(200);
        transfer(other, account, 1).expectProblem(422, "account-frozen");
        transfer(account, other, 1).expectProblem(422, "account-frozen");
        List<String> frozen =
                items("/accounts?frozen=all&limit=1000").stream()
                        .map(it -> it.get("id").textValue())
                        .toList();
        assertThat(frozen).contains(account.toString()).doesNotContain(other.toString());

        patch(path, "{\"frozen\":\"none\"}", null).expect(200);
        transfer(account, other, 1).expect(201);
    }

    @Test
    void metadataAreLimitedWhereverTheyComeFrom() {
        UUID id = account(0);
        String path = "/accounts/" + id;
        patch(path, "{\"metadata\":{\"a\":\"" + "x".repeat(3000) + "\"}}", null).expect(200);

        patch(path, "{\"metadata\":{\"b\":\"" + "x".repeat(3000) + "\"}}", null)
                .expectProblem(422, "metadata-limit");
        patch(path, "{\"metadata\":{\"b\":\"" + "x".repeat(5000) + "\"}}", null)
                .expectProblem(400, "invalid-request");
        patch(path, "{\"metadata\":{\"\":\"x\"}}", null).expectProblem(400, "invalid-request");
        patch(path, "{\"metadata\":{\"a\":{\"b\":\"c\"}}}", null)
                .expectProblem(400, "malformed-request");
        patch(path, "{\"metadata\":{\"a\":1}}", null).expectProblem(400, "malformed-request");
        patch(path, "{\"metadata\":{\"a\":\"1\",\"a\":\"2\"}}", null)
                .expectProblem(400, "malformed-request");
        patch(path, "{\"metadata\":[]}", null).expectProblem(400, "malformed-request");

        assertThat(get(path).header("ETag")).isEqualTo("\"0.1.0\"");
    }

    @Test
    void metadataMayHaveAnyCharacter() {
        String path = "/accounts/" + account(0);
        Map<String, String> metadata =
                Map.of("\uff5e", "after", "😀", "before", "a\"\\\n\u0001", "\t/é\u007f");

        patch(path, dev.remit.RemitApi.text(Map.of("metadata", metadata)), null).expect(200);
        patch(path, "{\"metadata\":{\"more\":\"x\"}}", null).expect(200);
        JsonNode found =
                patch(path, "{\"metadata\":{\"more\":null}}", null).expect(200).get("metadata");

        assertThat(found).hasSize(3);
        metadata.forEach((key, text) -> assertThat(found.get(key).textValue()).isEqualTo(text));
        // By UTF-16 code units, as RFC 8785 has it.
        assertThat(List.copyOf(dev.remit.RemitApi.fields(found)))
                .containsExactly("a\"\\\n\u0001", "😀", "\uff5e");
    }

    @Test
    void badTermsChangeNothing() {
        UUID id = account(7);
        String path = "/accounts/" + id;
        patch(path, "{\"overdraft\":-1}", null).expectProblem(400, "invalid-request");
        patch(path, "{\"overdraft\":%d}".formatted(MAX + 1), null)
                .expectProblem(400, "invalid-request");
        patch(path, "{\"overdraft\":\"1\"}", null).expectProblem(400, "malformed-request");
        patch(path, "{\"frozen\":\"yes\"}", null).expectProblem(400, "invalid-request");
        patch(path, "{\"balance\":1}", null).expectProblem(400, "malformed-request");
        patch(path, "{\"currency\":\"EUR\"}", null).expectProblem(400, "malformed-request");
        patch(path, "[]", null).expectProblem(400, "malformed-request");
        patch(path, "null", null).expectProblem(400, "malformed-request");
        patch("/accounts/" + UUID.randomUUID(), "{}", null).expectProblem(404, "account-not-found");
        patch("/accounts/x", "{}", null).expectProblem(404, "account-not-found");
        get("/accounts/" + UUID.randomUUID() + "/terms").expectProblem(404, "account-not-found");
        get("/accounts?frozen=yes").expectProblem(400, "invalid-request");

        assertThat(get(path).header("ETag")).isEqualTo("\"1.0.0\"");
    }

    @Test
    void aDryRunOfAChangeChangesNothing() {
        String path = "/accounts/" + account(7);

        Answer dry = patch(path + "?dryRun=true", "{\"overdraft\":30}", null);

        assertThat(dry.header("Remit-Dry-Run")).isEqualTo("true");
        assertThat(dry.expect(200).get("available").longValue()).isEqualTo(37);
        assertThat(get(path).expect(200).get("available").longValue()).isEqualTo(7);
    }
}
