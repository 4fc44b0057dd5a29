package dev.remit.api.event;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.next;
import static dev.remit.RemitApi.patch;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that happens to the ledger, in its one order. */
@QuarkusTest
@Order(RemitApi.LAST)
class FeedTest {

    /** More than are read for one page. */
    private static final int VERY_MANY = 11_000;

    /** With this, everything that happens in the test. */
    private String feed;

    @BeforeEach
    void start() {
        feed = "/events?after=" + sequence() + ".999999999";
    }

    @Test
    void anEventIsACloudEvent() {
        UUID from = account(10);
        UUID to = account(0);
        start();

        JsonNode transfer = transfer(from, to, 3).expect(201);

        JsonNode event = items(feed).getFirst();
        assertThat(fields(event))
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "data");
        assertThat(event.get("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.get("id").textValue()).isEqualTo(transfer.get("sequence") + ".1");
        assertThat(event.get("source").textValue()).isEqualTo("/ledger");
        assertThat(event.get("type").textValue()).isEqualTo("dev.remit.transfer.posted");
        assertThat(event.get("subject")).isEqualTo(transfer.get("id"));
        assertThat(event.get("time")).isEqualTo(transfer.get("createdAt"));
        assertThat(event.get("datacontenttype").textValue()).isEqualTo("application/json");
        assertThat(event.get("data")).isEqualTo(transfer);
    }

    @Test
    void ofTransfersTheDataIsWhatWasAnswered() {
        UUID from = account(100);
        UUID to = account(0);
        start();

        JsonNode posted = transfer(from, to, 30).expect(201);
        JsonNode held = hold(from, to, 20, null);
        JsonNode captured = post(path(held, "post"), Map.of("amount", 5)).expect(201);
        JsonNode other = hold(from, to, 10, "PT1H");
        JsonNode voided = post(path(other, "void")).expect(201);
        JsonNode reversed =
                post(path(posted, "reverse"), Map.of("amount", 4, "metadata", Map.of("a", "b")))
                        .expect(201);
        JsonNode deposit = post("/accounts/" + to + "/deposits", Map.of("amount", 1)).expect(201);
        JsonNode withdrawal =
                post("/accounts/" + to + "/withdrawals", Map.of("amount", 1)).expect(201);

        List<JsonNode> events = items(feed);
        assertThat(types(events))
                .containsExactly(
                        "transfer.posted",
                        "transfer.held",
                        "transfer.posted",
                        "transfer.held",
                        "transfer.released",
                        "transfer.reversed",
                        "transfer.posted",
                        "transfer.posted");
        assertThat(events)
                .extracting(event -> event.get("data"))
                .containsExactly(
                        posted, held, captured, other, voided, reversed, deposit, withdrawal);
    }

    @Test
    void ofAccountsItIsWhatWasAgreed() {
        JsonNode opened =
                post(
                                "/accounts",
                                Map.of(
                                        "name",
                                        "Zoë",
                                        "balance",
                                        7,
                                        "currency",
                                        "JPY",
                                        "overdraft",
                                        5,
                                        "metadata",
                                        Map.of("tier", "gold")))
                        .expect(201);
        String account = "/accounts/" + opened.get("id").textValue();
        patch(account, "{\"frozen\":\"debits\",\"metadata\":{\"tier\":null}}", null).expect(200);
        patch(account, "{\"frozen\":\"none\",\"name\":null}", null).expect(200);
        delete(account + "?payout=true").expect(204);

        List<JsonNode> events = items(feed);
        assertThat(types(events))
                .containsExactly(
                        "account.opened",
                        "transfer.posted",
                        "account.changed",
                        "account.changed",
                        "transfer.posted",
                        "account.closed");
        assertThat(events.get(0).get("subject")).isEqualTo(opened.get("id"));
        assertThat(events.get(0).get("data"))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"name":"Zoë","currency":"JPY","minorUnits":0,"createdAt":%s,
                                 "overdraft":5,"frozen":"none","metadata":{"tier":"gold"}}"""
                                        .formatted(opened.get("id"), opened.get("createdAt"))));
        assertThat(events.get(2).get("data"))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"revision":1,"name":"Zoë","overdraft":5,"frozen":"debits",
                                 "metadata":{}}"""
                                        .formatted(opened.get("id"))));
        assertThat(events.get(3).get("data").get("revision").intValue()).isEqualTo(2);
        assertThat(events.get(3).get("data").get("name").isNull()).isTrue();
        assertThat(events.get(5).get("data"))
                .isEqualTo(json("{\"id\":%s,\"version\":2}".formatted(opened.get("id"))));
    }

    @Test
    void anAccountWithNothingButANameIsOpenedLikeAnyOther() {
        JsonNode bob = post("/accounts", Map.of("name", "Bob")).expect(201);
        JsonNode nobody = post("/accounts", Map.of()).expect(201);
        delete("/accounts/" + nobody.get("id").textValue()).expect(204);

        List<JsonNode> events = items(feed);
        assertThat(types(events))
                .containsExactly("account.opened", "account.opened", "account.closed");
        assertThat(events.get(0).get("data"))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"name":"Bob","currency":"USD","minorUnits":2,"createdAt":%s,
                                 "overdraft":0,"frozen":"none","metadata":{}}"""
                                        .formatted(bob.get("id"), bob.get("createdAt"))));
        assertThat(events.get(1).get("data").get("name").isNull()).isTrue();
        assertThat(events.get(2).get("data").get("version").intValue()).isZero();
    }

    /** Several of them may be in one commit. */
    @Test
    void everyChangeOfAnAccountTellsItsOwnTerms() throws Exception {
        UUID account = account(0);
        start();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "{\"name\":\"" + i + "\"}";
                calls.add(
                        callers.submit(
                                () -> patch("/accounts/" + account, name, null).expect(200)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        List<JsonNode> terms = items("/accounts/" + account + "/terms").reversed();

        assertThat(items(feed + "&limit=7"))
                .hasSize(40)
                .extracting(event -> event.get("data").get("revision"))
                .containsExactlyElementsOf(terms.stream().map(row -> row.get("revision")).toList());
        assertThat(items(feed))
                .extracting(event -> event.get("data").get("name"))
                .containsExactlyElementsOf(terms.stream().map(row -> row.get("name")).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void everyEventIsOnOnePageWhateverTheLimit(int limit) {
        UUID account = account(1);
        openMany(30);
        deposit(account, 45);
        transfer(account, account(0), 1).expect(201);
        openMany(1);

        List<JsonNode> events = items(feed + "&limit=" + limit);

        // The accounts are opened with something in them.
        assertThat(events).hasSize(2 + 2 * 30 + 45 + 2 + 2);
        assertGapless(events);
        assertThat(events).isEqualTo(items(feed));
    }

    /** How many commits hold the events of a page is found out in steps. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 47, 48, 49, 1000})
    void manySmallCommitsAreReadAsWellAsFewLargeOnes(int limit) {
        List<String> accounts =
                IntStream.range(0, 60).mapToObj(i -> account(0).toString()).toList();
        openMany(2);

        List<JsonNode> events = items(feed + "&limit=" + limit);

        assertGapless(events);
        assertThat(events.subList(0, 60))
                .extracting(event -> event.get("subject").textValue())
                .containsExactlyElementsOf(accounts);
        assertThat(events).hasSize(60 + 2 * 2);
    }

    @Test
    void everyEventLeadsToWhatIsBehindIt() {
        openMany(3);
        List<JsonNode> events = items(feed);

        for (int i = 0; i < events.size(); i++) {
            assertThat(items("/events?after=" + events.get(i).get("id").textValue()))
                    .isEqualTo(events.subList(i + 1, events.size()));
        }
    }

    @Test
    void theFirstEventEverIsTheFirst() {
        account(0);

        JsonNode first = get("/events?limit=1").expect(200).get("items").get(0);

        assertThat(first.get("id").textValue()).isEqualTo("1.1");
        assertThat(get("/events?limit=1&after=0.0").expect(200).get("items").get(0))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999.1", "999999999999999999.999999999"})
    void behindTheEndThereIsNothing(String after) {
        account(0);

        JsonNode page = get("/events?after=" + after).expect(200);

        assertThat(page).isEqualTo(json("{\"items\":[],\"next\":null}"));
    }

    @Test
    void whoeverAsksAgainMissesNothingThatIsAppendedMeanwhile() throws Exception {
        UUID one = account(1000);
        UUID other = account(1000);
        start();
        List<JsonNode> seen = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> postSome(one, other)));
            }
            String last = feed.substring("/events?after=".length());
            while (!calls.stream().allMatch(Future::isDone) || !isSeen(last)) {
                for (JsonNode event :
                        get("/events?limit=3&after=" + last).expect(200).get("items")) {
                    seen.add(event);
                    last = event.get("id").textValue();
                }
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertGapless(seen);
        assertThat(seen).isEqualTo(items(feed));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(8 * 5);
    }

    @Test
    void onlySomeTypes() {
        UUID from = account(100);
        UUID to = account(0);
        JsonNode hold = hold(from, to, 1, null);
        JsonNode posted = post(path(hold, "post")).expect(201);
        post(path(posted, "reverse")).expect(201);

        assertThat(types(items(feed + "&type=dev.remit.transfer.reversed&limit=1")))
                .containsExactly("transfer.reversed");
        // The opening balance, too.
        assertThat(types(items(feed + "&type=dev.remit.transfer.posted&limit=1")))
                .containsExactly("transfer.posted", "transfer.posted");
        assertThat(
                        types(
                                items(
                                        feed
                                                + "&type=dev.remit.account.opened&limit=1"
                                                + "&type=dev.remit.transfer.held")))
                .containsExactly("account.opened", "account.opened", "transfer.held");
        assertThat(items(feed + "&type=dev.remit.account.closed")).isEmpty();
    }

    @Test
    void onlyAnAccount() {
        UUID from = account(100);
        UUID to = account(0);
        account(5);
        transfer(from, to, 1).expect(201);
        hold(from, to, 1, null);
        post("/accounts/" + from + "/deposits", Map.of("amount", 1)).expect(201);
        patch("/accounts/" + to, "{\"name\":\"To\"}", null).expect(200);
        delete("/accounts/" + to).expectProblem(409, "account-not-empty");

        assertThat(types(items(feed + "&account=" + to)))
                .containsExactly(
                        "account.opened", "transfer.posted", "transfer.held", "account.changed");
        assertThat(types(items(feed + "&account=" + from + "&limit=2")))
                .containsExactly(
                        "account.opened",
                        "transfer.posted",
                        "transfer.posted",
                        "transfer.held",
                        "transfer.posted");
        assertThat(types(items(feed + "&type=dev.remit.transfer.posted&account=" + to)))
                .containsExactly("transfer.posted");
        assertThat(items(feed + "&account=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatIsRareIsFoundInSteps() {
        UUID account = account(0);
        start();
        for (int posted = 0; posted < VERY_MANY; posted += 1000) {
            deposit(account, 1000);
        }
        UUID rare = account(0);

        Answer first = get(feed + "&account=" + rare);

        assertThat(first.expect(200).get("items")).isEmpty();
        Answer second = next(first);
        assertThat(second.expect(200).get("items"))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event.get("subject").textValue())
                                        .isEqualTo(rare.toString()));
        assertThat(next(second)).isNull();
    }

    @Test
    void whatDoesNotHappenIsNoEvent() {
        UUID account = account(0);
        start();

        post("/accounts?dryRun=true", Map.of()).expect(201);
        post("/accounts/" + account + "/deposits?dryRun=true", Map.of("amount", 1)).expect(201);
        patch("/accounts/" + account + "?dryRun=true", "{\"name\":\"Dry\"}", null).expect(200);
        delete("/accounts/" + account + "?dryRun=true").expect(204);
        transfer(account, account(0), 1).expectProblem(422, "insufficient-funds");

        assertThat(types(items(feed))).containsExactly("account.opened");
    }

    private static Void postSome(UUID one, UUID other) {
        for (int i = 0; i < 5; i++) {
            transfer(one, other, 1).expect(201);
        }
        return null;
    }

    private static boolean isSeen(String last) {
        return last.startsWith(sequence() + ".")
                && get("/events?after=" + last).expect(200).get("items").isEmpty();
    }

    private static long sequence() {
        return get("/ledger").expect(200).get("sequence").longValue();
    }

    private static JsonNode hold(UUID from, UUID to, long amount, String expiresIn) {
        Map<String, Object> hold =
                Map.of("from", from, "to", to, "amount", amount, "pending", true);
        if (expiresIn == null) {
            return post("/transfers", hold).expect(201);
        }
        Map<String, Object> expiring = new HashMap<>(hold);
        expiring.put("expiresIn", expiresIn);
        return post("/transfers", expiring).expect(201);
    }

    private static void openMany(int accounts) {
        List<Map<String, Object>> batch =
                IntStream.range(0, accounts)
                        .mapToObj(i -> Map.<String, Object>of("balance", 1))
                        .toList();
        post("/accounts/batch", Map.of("accounts", batch)).expect(201);
    }

    private static void deposit(UUID account, int times) {
        List<Map<String, Object>> batch =
                IntStream.range(0, times)
                        .mapToObj(i -> Map.<String, Object>of("to", account, "amount", 1))
                        .toList();
        post("/transfers/batch", Map.of("transfers", batch)).expect(201);
    }

    private static String path(JsonNode transfer, String below) {
        return "/transfers/" + transfer.get("id").textValue() + '/' + below;
    }

    /** Without what all of them begin with. */
    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.get("type").textValue())
                .peek(type -> assertThat(type).startsWith("dev.remit."))
                .map(type -> type.substring("dev.remit.".length()))
                .toList();
    }

    /** Each is the next one in its commit, or the first one of the next commit. */
    private static void assertGapless(List<JsonNode> events) {
        for (int i = 1; i < events.size(); i++) {
            String[] before = events.get(i - 1).get("id").textValue().split("\\.");
            assertThat(events.get(i).get("id").textValue())
                    .isIn(
                            before[0] + '.' + (Long.parseLong(before[1]) + 1),
                            (Long.parseLong(before[0]) + 1) + ".1");
        }
    }
}
