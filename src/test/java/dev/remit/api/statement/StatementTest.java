package dev.remit.api.statement;

import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement says, and for which period. */
@QuarkusTest
class StatementTest {

    @Test
    void saysWhatThereWasAndWhatHappened() {
        UUID alice = account(1000);
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
                                        100,
                                        "reference",
                                        "rent"))
                        .expect(201);
        transfer(bob, alice, 30).expect(201);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 5)).expect(201);
        post("/accounts/" + alice + "/withdrawals", Map.of("amount", 7)).expect(201);
        Instant from = time(rent, "createdAt");

        JsonNode statement = statement(alice, "?from=" + from);

        assertThat(fields(statement))
                .containsExactly(
                        "account",
                        "name",
                        "currency",
                        "minorUnits",
                        "from",
                        "to",
                        "openingBalance",
                        "openingVersion",
                        "closingBalance",
                        "closingVersion",
                        "firstSequence",
                        "lastSequence",
                        "hash",
                        "entries");
        assertThat(statement.get("account").textValue()).isEqualTo(alice.toString());
        assertThat(statement.get("name").isNull()).isTrue();
        assertThat(statement.get("currency").textValue()).isEqualTo("USD");
        assertThat(statement.get("minorUnits").intValue()).isEqualTo(2);
        assertThat(statement.get("from").textValue()).matches(TIME);
        assertThat(statement.get("to").textValue()).matches(TIME);
        assertThat(time(statement, "from")).isEqualTo(from);
        assertStands(statement, "opening", 1000, 1);
        assertStands(statement, "closing", 928, 5);
        assertThat(statement.get("firstSequence")).isEqualTo(rent.get("sequence"));
        assertThat(statement.get("entries"))
                .extracting(entry -> entry.get("amount").longValue())
                .containsExactly(-100L, 30L, 5L, -7L);
        JsonNode first = statement.get("entries").get(0);
        assertThat(fields(first))
                .containsExactly(
                        "version",
                        "amount",
                        "balance",
                        "counterparty",
                        "transfer",
                        "reference",
                        "createdAt",
                        "sequence");
        assertThat(first.get("transfer")).isEqualTo(rent.get("id"));
        assertThat(first.get("sequence")).isEqualTo(rent.get("sequence"));
        assertChain(statement);
    }

    @Test
    void beginsWithTheOpeningAndEndsNowUnlessItIsTold() {
        UUID alice =
                UUID.fromString(
                        post("/accounts", Map.of("name", "Alice", "balance", 7))
                                .expect(201)
                                .get("id")
                                .textValue());
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        JsonNode statement = statement(alice, "");

        assertThat(time(statement, "from")).isEqualTo(opened(alice));
        assertThat(time(statement, "to")).isBetween(before.minusSeconds(5), Instant.now());
        assertThat(statement.get("name").textValue()).isEqualTo("Alice");
        assertStands(statement, "opening", 0, 0);
        assertStands(statement, "closing", 7, 1);
        assertThat(statement.get("entries")).hasSize(1);
    }

    @Test
    void findsWhatWasJustPosted() {
        UUID alice = account(0);
        for (int amount = 1; amount <= 50; amount++) {
            post("/accounts/" + alice + "/deposits", Map.of("amount", amount)).expect(201);

            assertThat(statement(alice, "").get("closingVersion").longValue()).isEqualTo(amount);
        }
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() {
        UUID alice = account(1);
        List<Instant> times = new ArrayList<>();
        for (int amount = 2; amount <= 4; amount++) {
            times.add(
                    time(
                            post("/accounts/" + alice + "/deposits", Map.of("amount", amount))
                                    .expect(201),
                            "createdAt"));
        }
        Instant second = times.get(0);
        Instant fourth = times.get(2);

        assertThat(amounts(alice, second, fourth)).containsExactly(2L, 3L);
        assertThat(amounts(alice, second.plus(1, ChronoUnit.MICROS), fourth)).containsExactly(3L);
        assertThat(amounts(alice, second, fourth.plus(1, ChronoUnit.MICROS)))
                .containsExactly(2L, 3L, 4L);
        JsonNode statement = statement(alice, "?from=" + second + "&to=" + fourth);
        assertStands(statement, "opening", 1, 1);
        assertStands(statement, "closing", 6, 3);
    }

    @Test
    void aPeriodMayBeEmpty() {
        UUID alice = account(5);
        Instant time = opened(alice).plus(1, ChronoUnit.MICROS);

        for (String query : List.of("?from=" + time, "?from=" + time + "&to=" + time)) {
            JsonNode statement = statement(alice, query);

            assertThat(statement.get("entries")).isEmpty();
            assertStands(statement, "opening", 5, 1);
            assertStands(statement, "closing", 5, 1);
        }
    }

    /** In the books it had nothing then, and no programme that asks month by month fails. */
    @Test
    void beforeItsOpeningAnAccountHadNothing() {
        UUID alice = account(5);
        Instant opened = opened(alice);

        for (String query :
                List.of(
                        "?from=2001-01-01T00:00:00Z&to=2001-02-01T00:00:00Z",
                        "?to=2001-02-01T00:00:00Z",
                        "?from=0001-01-01T00:00:00Z&to=" + opened)) {
            JsonNode statement = statement(alice, query);

            assertThat(statement.get("entries")).isEmpty();
            assertStands(statement, "opening", 0, 0);
            assertStands(statement, "closing", 0, 0);
        }
        JsonNode nothing = statement(alice, "?to=2001-02-01T00:00:00Z");
        assertThat(nothing.get("from")).isEqualTo(nothing.get("to"));
        assertThat(nothing.get("lastSequence").longValue()).isZero();
        assertThat(nothing.get("firstSequence").longValue()).isEqualTo(1);
        assertThat(nothing.get("hash").textValue()).isEqualTo("0".repeat(64));
    }

    @Test
    void aClosedAccountKeepsItsStatements() {
        UUID alice = account(5);
        UUID bob = account(0);
        transfer(alice, bob, 2).expect(201);
        delete("/accounts/" + alice + "?payout=true").expect(204);
        UUID empty = account(0);
        delete("/accounts/" + empty).expect(204);

        JsonNode statement = statement(alice, "");

        assertThat(statement.get("entries"))
                .extracting(entry -> entry.get("amount").longValue())
                .containsExactly(5L, -2L, -3L);
        assertStands(statement, "closing", 0, 3);
        assertChain(statement);
        assertThat(statement(empty, "").get("entries")).isEmpty();
    }

    /** Long enough for several pages, of commits that do not end with them. */
    @Test
    void statementsFollowFromEachOther() {
        UUID alice = account(10_000);
        UUID bob = account(10_000);
        Random random = new Random(16);
        List<Instant> times = new ArrayList<>();
        while (history(alice).size() < 2300) {
            times.add(
                    time(
                            post("/transfers/batch", batch(alice, bob, random))
                                    .expect(201)
                                    .get("transfers")
                                    .get(0),
                            "createdAt"));
        }

        JsonNode whole = statement(alice, "");
        List<JsonNode> parts = new ArrayList<>();
        Instant from = time(whole, "from");
        for (Instant to : List.of(times.get(0), times.get(2), time(whole, "to"))) {
            parts.add(statement(alice, "?from=" + from + "&to=" + to));
            from = to;
        }

        assertChain(whole);
        parts.forEach(StatementTest::assertChain);
        List<JsonNode> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).get("entries").forEach(entries::add);
            if (i > 0) {
                JsonNode before = parts.get(i - 1);
                assertStands(
                        parts.get(i),
                        "opening",
                        before.get("closingBalance").longValue(),
                        before.get("closingVersion").longValue());
                assertThat(parts.get(i).get("firstSequence").longValue())
                        .isEqualTo(before.get("lastSequence").longValue() + 1);
            }
        }
        assertThat(entries).containsExactlyElementsOf(whole.get("entries"));
    }

    @Test
    void agreesWithTheHistory() {
        UUID alice = account(1000);
        UUID bob = account(1000);
        Random random = new Random(17);
        for (int i = 0; i < 3; i++) {
            post("/transfers/batch", batch(alice, bob, random)).expect(201);
            post("/accounts/" + bob + "/withdrawals", Map.of("amount", 1)).expect(201);
        }

        for (UUID account : List.of(alice, bob)) {
            List<JsonNode> entries = new ArrayList<>();
            statement(account, "")
                    .get("entries")
                    .forEach(entry -> entries.add(((ObjectNode) entry).without("sequence")));

            assertThat(entries).isEqualTo(history(account).reversed());
        }
    }

    @Test
    void isProvedByAHeadThatWasKept() {
        UUID alice = account(1);
        List<JsonNode> heads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JsonNode posted =
                    post("/accounts/" + alice + "/deposits", Map.of("amount", 1)).expect(201);
            JsonNode head = get("/ledger").expect(200);
            assertThat(head.get("sequence")).isEqualTo(posted.get("sequence"));
            heads.add(head);
        }

        for (JsonNode head : heads) {
            Instant to = time(head, "committedAt").plus(1, ChronoUnit.MICROS);
            JsonNode statement = statement(alice, "?to=" + to);

            assertThat(statement.get("lastSequence")).isEqualTo(head.get("sequence"));
            assertThat(statement.get("hash")).isEqualTo(head.get("hash"));
            assertThat(statement.get("entries").findValues("sequence").getLast())
                    .isEqualTo(head.get("sequence"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statement | | application/json",
                "statement | */* | application/json",
                "statement | application/json | application/json",
                "statement | application/* | application/json",
                "statement | text/csv | text/csv",
                "statement | text/* | text/csv",
                "statement | application/xml | application/xml",
                "statement | application/xml;q=0.5, text/csv;q=0.7 | text/csv",
                "statement | text/html, application/xml;q=0.9, */*;q=0.8 | application/xml",
                "statement.json | | application/json",
                "statement.json | application/json | application/json",
                "statement.csv | | text/csv",
                "statement.csv | text/html, */*;q=0.8 | text/csv",
                "statement.xml | | application/xml",
                "statement.xml | application/xml | application/xml"
            })
    void comesInTheFormThatIsAskedFor(String path, String accept, String type) {
        UUID alice = account(1);

        Answer answer = ask(alice, path, accept);

        assertThat(answer.response().statusCode()).isEqualTo(200);
        assertThat(answer.response().contentType().split(";")[0]).isEqualTo(type);
        String disposition = answer.header("Content-Disposition");
        if (type.equals("application/json")) {
            assertThat(disposition).isNull();
        } else {
            assertThat(disposition)
                    .isEqualTo(
                            "attachment; filename=\"statement-%s.%s\""
                                    .formatted(alice, type.split("/")[1]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "statement, text/html",
        "statement, text/plain",
        "statement.json, text/csv",
        "statement.csv, application/json",
        "statement.xml, application/json"
    })
    void andInNoOther(String path, String accept) {
        ask(account(1), path, accept).expectProblem(406, "not-acceptable");
    }

    @Test
    void itsHeadAloneCanBeAskedFor() {
        UUID alice = account(1);

        for (String path : List.of("statement", "statement.csv", "statement.xml")) {
            Answer answer = new Answer(given().head("/accounts/" + alice + "/" + path));

            assertThat(answer.response().statusCode()).isEqualTo(200);
            assertThat(answer.response().asString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "from=9999-01-01T00:00:00Z, from",
        "from=yesterday, from",
        "to=2026-01-01, to",
        "to=, to"
    })
    void otherPeriodsAreRefused(String query, String field) {
        UUID alice = account(1);

        for (String path : List.of("statement", "statement.csv", "statement.xml")) {
            JsonNode problem =
                    get("/accounts/" + alice + "/" + path + "?" + query)
                            .expectProblem(400, "invalid-request");

            assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo(field);
        }
    }

    @Test
    void anAccountThatNeverWasHasNone() {
        UUID nobody = UUID.randomUUID();

        for (String path : List.of("statement", "statement.csv", "statement.xml")) {
            JsonNode problem =
                    get("/accounts/" + nobody + "/" + path).expectProblem(404, "account-not-found");

            assertThat(problem.get("account").textValue()).isEqualTo(nobody.toString());
        }
    }

    private static Map<String, Object> batch(UUID alice, UUID bob, Random random) {
        List<Map<String, Object>> transfers = new ArrayList<>();
        int count = 500 + random.nextInt(400);
        for (int i = 0; i < count; i++) {
            int amount = 1 + random.nextInt(5);
            transfers.add(
                    random.nextBoolean()
                            ? Map.of("from", alice, "to", bob, "amount", amount)
                            : Map.of("from", bob, "to", alice, "amount", amount));
        }
        return Map.of("transfers", transfers);
    }

    private static void assertChain(JsonNode statement) {
        long balance = statement.get("openingBalance").longValue();
        long version = statement.get("openingVersion").longValue();
        String time = statement.get("from").textValue();
        for (JsonNode entry : statement.get("entries")) {
            balance += entry.get("amount").longValue();
            version++;
            assertThat(entry.get("balance").longValue()).isEqualTo(balance);
            assertThat(entry.get("version").longValue()).isEqualTo(version);
            assertThat(entry.get("createdAt").textValue()).isGreaterThanOrEqualTo(time);
            assertThat(entry.get("sequence").longValue())
                    .isBetween(
                            statement.get("firstSequence").longValue(),
                            statement.get("lastSequence").longValue());
            time = entry.get("createdAt").textValue();
        }
        assertThat(time).isLessThan(statement.get("to").textValue());
        assertStands(statement, "closing", balance, version);
    }

    private static void assertStands(JsonNode statement, String when, long balance, long version) {
        assertThat(statement.get(when + "Balance").longValue()).isEqualTo(balance);
        assertThat(statement.get(when + "Version").longValue()).isEqualTo(version);
    }

    private static List<Long> amounts(UUID account, Instant from, Instant to) {
        List<Long> amounts = new ArrayList<>();
        statement(account, "?from=" + from + "&to=" + to)
                .get("entries")
                .forEach(entry -> amounts.add(entry.get("amount").longValue()));
        return amounts;
    }

    private static JsonNode statement(UUID account, String query) {
        return get("/accounts/" + account + "/statement" + query).expect(200);
    }

    private static Answer ask(UUID account, String path, String accept) {
        var request = accept == null ? given() : given().header("Accept", accept);
        return new Answer(request.get("/accounts/" + account + "/" + path));
    }

    private static Instant opened(UUID account) {
        return time(get("/accounts/" + account).expect(200), "createdAt");
    }

    private static Instant time(JsonNode object, String field) {
        return Instant.parse(object.get(field).textValue());
    }
}
