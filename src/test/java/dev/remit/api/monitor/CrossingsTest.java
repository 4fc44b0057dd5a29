package dev.remit.api.monitor;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed tells when a balance has crossed a line, once a crossing, and by which transfer. */
@QuarkusTest
class CrossingsTest {

    private UUID alice;
    private UUID bob;

    /** With this, everything that happens in the test. */
    private String feed;

    @BeforeEach
    void open() {
        alice = account(1000);
        bob = account(0);
        feed =
                "/events?after="
                        + get("/ledger").expect(200).get("sequence").longValue()
                        + ".999999999";
    }

    @Test
    void anEventNamesTheTransferAndFollowsIt() {
        String monitor = watch(alice, "below", 900);
        JsonNode transfer = transfer(alice, bob, 150).expect(201);

        List<JsonNode> events = items(feed + "&account=" + alice);

        assertThat(types(events))
                .containsExactly("monitor.created", "transfer.posted", "monitor.crossed");
        JsonNode created = events.getFirst();
        assertThat(created.get("subject").textValue()).isEqualTo(monitor);
        assertThat(created.get("data")).isEqualTo(get("/monitors/" + monitor).expect(200));
        JsonNode crossed = events.getLast();
        long sequence = transfer.get("sequence").longValue();
        String[] place = events.get(1).get("id").textValue().split("\\.");
        assertThat(place[0]).isEqualTo(Long.toString(sequence));
        assertThat(crossed.get("id").textValue())
                .isEqualTo(sequence + "." + (Integer.parseInt(place[1]) + 1));
        assertThat(crossed.get("subject").textValue()).isEqualTo(monitor);
        assertThat(crossed.get("data"))
                .isEqualTo(
                        json(
                                "{\"monitor\":\"%s\",\"account\":\"%s\",\"below\":900,\"balance\":850,\"version\":2,\"transfer\":\"%s\"}"
                                        .formatted(
                                                monitor, alice, transfer.get("id").textValue())));
        assertThat(items(feed + "&type=dev.remit.monitor.crossed&account=" + bob)).isEmpty();
    }

    @Test
    void theLineItselfIsOnThisSideOfIt() {
        watch(alice, "below", 900);
        watch(bob, "above", 100);

        transfer(alice, bob, 100).expect(201);
        assertThat(crossings(alice)).isEmpty();
        assertThat(crossings(bob)).isEmpty();
        transfer(alice, bob, 1).expect(201);

        assertThat(balances(crossings(alice))).containsExactly(899L);
        assertThat(balances(crossings(bob))).containsExactly(101L);
    }

    @Test
    void thereIsOneEventACrossing() {
        watch(alice, "below", 900);

        transfer(alice, bob, 200).expect(201);
        transfer(alice, bob, 10).expect(201);
        transfer(bob, alice, 5).expect(201);
        transfer(bob, alice, 105).expect(201);
        transfer(alice, bob, 100).expect(201);

        assertThat(balances(crossings(alice))).containsExactly(800L, 800L);
    }

    @Test
    void aBalanceThatIsBeyondTheLineHasToComeBackFirst() {
        watch(alice, "below", 2000);
        watch(alice, "above", 10);

        transfer(alice, bob, 1).expect(201);
        deposit(alice, 1500);
        assertThat(crossings(alice)).isEmpty();
        transfer(alice, bob, 2499).expect(201);
        deposit(alice, 11);

        assertThat(balances(crossings(alice))).containsExactly(0L, 11L);
    }

    @Test
    void whateverMovesMoneyCrossesLines() {
        watch(alice, "above", 1000);
        watch(alice, "below", 1000);

        deposit(alice, 1);
        post("/accounts/" + alice + "/withdrawals", Map.of("amount", 2)).expect(201);
        String hold =
                post("/transfers", Map.of("from", alice, "to", bob, "amount", 900, "pending", true))
                        .expect(201)
                        .get("id")
                        .textValue();
        deposit(alice, 1);
        String captured = post("/transfers/" + hold + "/post").expect(201).get("id").textValue();
        deposit(alice, 500);
        post("/transfers/" + captured + "/reverse").expect(201);

        assertThat(balances(crossings(alice))).containsExactly(1001L, 999L, 100L, 1500L);
    }

    @Test
    void aLineMayBeBelowZero() {
        UUID debtor =
                UUID.fromString(
                        post("/accounts", Map.of("overdraft", 500))
                                .expect(201)
                                .get("id")
                                .textValue());
        watch(debtor, "below", -100);
        watch(debtor, "above", -50);

        transfer(debtor, bob, 100).expect(201);
        transfer(debtor, bob, 1).expect(201);
        transfer(bob, debtor, 101).expect(201);

        assertThat(balances(crossings(debtor))).containsExactly(-101L, 0L);
    }

    @Test
    void oneTransferMayCrossManyLines() {
        String low = watch(alice, "below", 600);
        String lower = watch(alice, "below", 500);
        watch(alice, "below", 300);
        String high = watch(bob, "above", 500);

        transfer(alice, bob, 600).expect(201);

        assertThat(
                        items(feed + "&type=dev.remit.monitor.crossed").stream()
                                .map(event -> event.get("subject").textValue())
                                .filter(List.of(low, lower, high)::contains))
                .containsExactly(low, lower, high);
    }

    @Test
    void inABatchEachCrossingIsWhereItHappened() {
        watch(alice, "below", 900);
        Map<String, Object> out = Map.of("from", alice, "to", bob, "amount", 150);
        Map<String, Object> back = Map.of("from", bob, "to", alice, "amount", 150);
        Map<String, Object> tooMuch = Map.of("from", alice, "amount", 5000);

        post("/transfers/batch", Map.of("transfers", List.of(out, tooMuch)))
                .expectProblem(422, "insufficient-funds");
        post("/transfers/batch?dryRun=true", Map.of("transfers", List.of(out))).expect(201);
        assertThat(crossings(alice)).isEmpty();
        post("/transfers/batch", Map.of("transfers", List.of(out, back, out))).expect(201);

        assertThat(types(items(feed + "&account=" + alice)))
                .containsExactly(
                        "monitor.created",
                        "transfer.posted",
                        "monitor.crossed",
                        "transfer.posted",
                        "transfer.posted",
                        "monitor.crossed");
    }

    @Test
    void ofManyAtOnceExactlyOneCrossesTheLine() {
        watch(alice, "below", 980);

        List<JsonNode> transfers =
                IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> transfer(alice, bob, 1)))
                        .toList()
                        .stream()
                        .map(transfer -> transfer.join().expect(201))
                        .toList();

        List<JsonNode> crossings = crossings(alice);
        assertThat(balances(crossings)).containsExactly(979L);
        assertThat(
                        transfers.stream()
                                .filter(it -> it.get("fromBalance").longValue() == 979)
                                .map(it -> it.get("id")))
                .containsExactly(crossings.getFirst().get("transfer"));
    }

    @Test
    void whatIsPaidOutAtTheClosingMayStillCross() {
        String monitor = watch(alice, "below", 1);
        watch(alice, "above", 2000);

        delete("/accounts/" + alice + "?payout=true").expect(204);

        List<JsonNode> events = items(feed + "&account=" + alice);
        assertThat(types(events))
                .containsExactly(
                        "monitor.created",
                        "monitor.created",
                        "transfer.posted",
                        "monitor.crossed",
                        "monitor.deleted",
                        "monitor.deleted",
                        "account.closed");
        JsonNode deleted = events.get(4);
        assertThat(deleted.get("subject").textValue()).isEqualTo(monitor);
        assertThat(fields(deleted.get("data"))).containsExactly("id", "account", "below");
    }

    @Test
    void oneThatIsDeletedTellsNothingMore() {
        String monitor = watch(alice, "below", 900);
        delete("/monitors/" + monitor).expect(204);

        transfer(alice, bob, 150).expect(201);

        assertThat(types(items(feed + "&account=" + alice)))
                .containsExactly("monitor.created", "monitor.deleted", "transfer.posted");
    }

    private static String watch(UUID account, String side, long line) {
        return post("/monitors", Map.of("account", account, side, line))
                .expect(201)
                .get("id")
                .textValue();
    }

    private static void deposit(UUID account, long amount) {
        post("/accounts/" + account + "/deposits", Map.of("amount", amount)).expect(201);
    }

    /** What the feed tells of the account's lines. */
    private List<JsonNode> crossings(UUID account) {
        return items(feed + "&type=dev.remit.monitor.crossed&account=" + account).stream()
                .map(event -> event.get("data"))
                .toList();
    }

    private static List<Long> balances(List<JsonNode> crossings) {
        return crossings.stream().map(crossing -> crossing.get("balance").longValue()).toList();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.get("type").textValue().replace("dev.remit.", ""))
                .toList();
    }
}
