package dev.remit.webhook;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.metrics;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.NarrowLimits;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.LedgerReader;
import dev.remit.store.WebhookRow.Claim;
import dev.remit.webhook.WebhookReceiver.Call;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events reach a real receiver: all, in order, each at least once, by whichever instance has the
 * lease. Nobody delivers here but the instances that a test starts.
 */
@QuarkusTest
@TestProfile(NarrowLimits.class)
class DeliveryTest {

    @Inject AgroalDataSource database;
    @Inject LedgerReader ledger;
    @Inject JournalReader journal;
    @Inject MessageWriter writer;
    @Inject Caller caller;
    @Inject Leases leases;
    @Inject WebhookMetrics metrics;
    @Inject WebhookSettings settings;
    @Inject Clock clock;

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final List<Deliveries> instances = new ArrayList<>();
    private UUID alice;
    private UUID bob;

    @BeforeEach
    void openAccounts() throws SQLException {
        execute("DELETE FROM webhooks");
        alice = account(1000);
        bob = account(0);
    }

    @AfterEach
    void end() throws Exception {
        for (Deliveries instance : instances) {
            instance.close(Duration.ofSeconds(10));
        }
        receiver.close();
        execute("DELETE FROM webhooks");
    }

    @Test
    void theReceiverIsToldWhatTheFeedTellsInOrder() {
        JsonNode webhook = create(Map.of());
        start();
        String start = webhook.get("position").textValue();

        List<String> transfers = transfers(20);

        await().until(() -> receiver.calls().size() >= 20);
        assertThat(receiver.calls()).extracting(Call::subject).isEqualTo(transfers);
        assertThat(receiver.calls())
                .extracting(call -> json(call.text()))
                .isEqualTo(items("/events?after=" + start));
        assertThat(receiver.calls())
                .allSatisfy(
                        call -> {
                            assertThat(call.isSignedWith(webhook.get("secret").textValue()))
                                    .isTrue();
                            assertThat(call.id())
                                    .isEqualTo(json(call.text()).get("id").textValue());
                        });
        await().untilAsserted(
                        () ->
                                assertThat(read(webhook).get("position").textValue())
                                        .isEqualTo(receiver.ids().getLast()));
        assertThat(read(webhook).get("state").textValue()).isEqualTo("active");
        assertThat(read(webhook).get("lastStatus").intValue()).isEqualTo(204);
        assertThat(read(webhook).has("secret")).isFalse();
    }

    /** Of one account, because there may be any number of events of others. */
    @Test
    void fromTheBeginningMeansAllOfIt() {
        transfer(alice, bob, 1).expect(201);
        create(Map.of("after", "0.0", "accounts", List.of(alice)));
        start();

        List<String> all = ids("/events?limit=1000&account=" + alice);
        assertThat(all).hasSizeGreaterThan(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> receiver.calls().size() >= all.size());
        assertThat(receiver.ids()).isEqualTo(all);
    }

    @Test
    void onlyWhatIsWanted() {
        UUID carol = account(100);
        create(
                Map.of(
                        "types",
                        List.of("dev.remit.transfer.posted", "dev.remit.account.closed"),
                        "accounts",
                        List.of(bob, carol)));
        start();

        transfer(alice, account(0), 1).expect(201);
        String first = transfer(alice, bob, 1).expect(201).get("id").textValue();
        String second = transfer(carol, alice, 100).expect(201).get("id").textValue();
        delete("/accounts/" + carol).expect(204);

        await().until(() -> receiver.calls().size() >= 3);
        assertThat(receiver.calls())
                .extracting(Call::subject)
                .containsExactly(first, second, carol.toString());
    }

    @Test
    void anEventIsSentAgainUntilItIsTakenAndOnlyThenTheNext() {
        AtomicInteger calls = new AtomicInteger();
        receiver.answering(
                exchange -> {
                    int call = calls.incrementAndGet();
                    if (call % 3 == 2) {
                        // As if nobody were there.
                        Thread.sleep(settings.timeout().multipliedBy(2));
                    }
                    exchange.sendResponseHeaders(call % 3 == 0 ? 200 : 500, -1);
                });
        create(Map.of());
        start();

        List<String> transfers = transfers(2);

        await().atMost(Duration.ofMinutes(1)).until(() -> receiver.calls().size() >= 6);
        for (int i = 0; i < 6; i++) {
            assertThat(receiver.calls().get(i).subject()).isEqualTo(transfers.get(i / 3));
        }
        assertThat(new HashSet<>(receiver.ids())).hasSize(2);
    }

    @Test
    void whoFailsIsSeenToFailAndSeenToRecover() {
        receiver.answering(WebhookReceiver.status(503));
        JsonNode webhook = create(Map.of());
        start();
        double failures = metric("remit_webhook_calls_total{outcome=\"failed\"");
        transfers(1);

        await().until(() -> read(webhook).get("attempts").intValue() >= 2);
        JsonNode failing = read(webhook);
        assertThat(failing.get("state").textValue()).isEqualTo("failing");
        assertThat(failing.get("reason").textValue()).isEqualTo("The receiver answered 503.");
        assertThat(failing.get("lastStatus").intValue()).isEqualTo(503);
        assertThat(Instant.parse(failing.get("nextAttemptAt").textValue())).isNotNull();
        assertThat(failing.get("position")).isEqualTo(webhook.get("position"));
        assertThat(metric("remit_webhook_calls_total{outcome=\"failed\"")).isGreaterThan(failures);
        await().until(() -> metric("remit_webhooks_lag_seconds") > 0);

        receiver.answering(WebhookReceiver.status(200));

        await().until(() -> read(webhook).get("state").textValue().equals("active"));
        JsonNode well = read(webhook);
        assertThat(well.get("attempts").intValue()).isZero();
        assertThat(well.get("reason").isNull()).isTrue();
        assertThat(well.get("nextAttemptAt").isNull()).isTrue();
        assertThat(well.get("position").textValue()).isEqualTo(receiver.ids().getLast());
        assertThat(metrics()).doesNotContain("pa7h", "/hook");
    }

    @Test
    void afterADayOfFailuresItIsDisabled() throws SQLException {
        receiver.answering(WebhookReceiver.status(500));
        JsonNode webhook = create(Map.of());
        start();
        double disabled = metric("remit_webhooks_disabled_total");
        List<String> transfers = transfers(2);
        await().until(() -> read(webhook).get("attempts").intValue() >= 2);

        execute("UPDATE webhooks SET failing_since = now() - interval '23 hours'");
        int attempts = read(webhook).get("attempts").intValue();
        await().until(() -> read(webhook).get("attempts").intValue() > attempts + 1);
        assertThat(read(webhook).get("state").textValue()).isEqualTo("failing");
        execute("UPDATE webhooks SET failing_since = now() - interval '24 hours'");

        await().until(() -> read(webhook).get("state").textValue().equals("disabled"));
        assertThat(read(webhook).get("reason").textValue()).isEqualTo("The receiver answered 500.");
        assertThat(read(webhook).get("nextAttemptAt").isNull()).isTrue();
        assertThat(metric("remit_webhooks_disabled_total")).isEqualTo(disabled + 1);
        int calls = receiver.calls().size();
        transfers(1);

        // A call of the lease's own makes sure that all instances have looked again.
        receiver.answering(WebhookReceiver.status(200));
        post("/webhooks/" + id(webhook) + "/resume").expect(200);
        await().until(() -> receiver.calls().size() >= calls + 3);
        assertThat(receiver.calls().subList(calls, calls + 2))
                .extracting(Call::subject)
                .isEqualTo(transfers);
    }

    @Test
    void whoIsGoneIsDisabledAtOnce() {
        receiver.answering(WebhookReceiver.status(410));
        JsonNode webhook = create(Map.of());
        start();
        transfers(2);

        await().until(() -> read(webhook).get("state").textValue().equals("disabled"));
        assertThat(receiver.calls()).hasSize(1);
        assertThat(read(webhook).get("reason").textValue()).isEqualTo("The receiver answered 410.");
    }

    @Test
    void whatIsPausedGoesOnWhereItWas() {
        JsonNode webhook = create(Map.of());
        start();
        transfers(1);
        await().until(() -> receiver.calls().size() == 1);

        post("/webhooks/" + id(webhook) + "/pause").expect(200);
        awaitLeases(0);
        List<String> meanwhile = transfers(2);
        assertThat(read(webhook).get("state").textValue()).isEqualTo("paused");
        post("/webhooks/" + id(webhook) + "/resume").expect(200);

        await().until(() -> receiver.calls().size() >= 3);
        assertThat(receiver.calls().subList(1, 3)).extracting(Call::subject).isEqualTo(meanwhile);
    }

    @Test
    void anythingIsDeliveredAgainToWhoeverAsksForIt() {
        receiver.answering(WebhookReceiver.status(200));
        JsonNode webhook = create(Map.of());
        start();
        transfers(5);
        await().until(() -> receiver.calls().size() == 5);
        List<String> ids = receiver.ids();

        post("/webhooks/" + id(webhook) + "/redeliver", Map.of("after", ids.get(1))).expect(200);

        await().until(() -> receiver.calls().size() >= 8);
        assertThat(receiver.ids().subList(5, 8)).isEqualTo(ids.subList(2, 5));
    }

    @Test
    void whoeverIsDisabledIsCalledAgainByRedelivery() {
        receiver.answering(WebhookReceiver.status(410));
        JsonNode webhook = create(Map.of());
        start();
        transfers(1);
        await().until(() -> read(webhook).get("state").textValue().equals("disabled"));

        receiver.answering(WebhookReceiver.status(200));
        post("/webhooks/" + id(webhook) + "/redeliver", Map.of("after", webhook.get("position")))
                .expect(200);

        await().until(() -> read(webhook).get("state").textValue().equals("active"));
        await().until(() -> receiver.calls().size() == 2);
    }

    @Test
    void whatIsDeletedIsNotSent() {
        JsonNode webhook = create(Map.of());
        start();
        transfers(1);
        await().until(() -> receiver.calls().size() == 1);

        delete("/webhooks/" + id(webhook)).expect(204);
        awaitLeases(0);
        transfers(1);
        JsonNode other = create(Map.of());
        String last = transfers(1).getFirst();

        await().until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().get(1).subject()).isEqualTo(last);
        assertThat(receiver.calls().get(1).isSignedWith(other.get("secret").textValue())).isTrue();
    }

    /** What it does afterwards, or never, is all the same to the others. */
    @Test
    void whoFallsSilentWithinATransactionHoldsUpNobody() throws Exception {
        create(Map.of());
        CountDownLatch hasLease = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        CompletableFuture<Object> silent =
                CompletableFuture.supplyAsync(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .call(
                                                () -> {
                                                    leases.look(UUID.randomUUID());
                                                    hasLease.countDown();
                                                    goesOn.await();
                                                    return null;
                                                }));
        hasLease.await();
        try {
            UUID other = UUID.randomUUID();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> leases.look(other).size() == 1);
        } finally {
            goesOn.countDown();
        }
        // It is told when it is back.
        assertThat(silent).failsWithin(Duration.ofMinutes(1));
    }

    /** Each event is sent by one at a time, so the receiver never has two calls at once. */
    @Test
    void twoInstancesTakeTurns() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.answering(
                exchange -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(2);
                    inside.decrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                });
        create(Map.of());
        start();
        start();
        List<String> transfers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            transfers.addAll(transfers(10));
        }

        await().atMost(Duration.ofMinutes(1))
                .until(() -> receiver.calls().size() >= transfers.size());
        assertThat(receiver.calls()).extracting(Call::subject).isEqualTo(transfers);
        assertThat(most).hasValue(1);
        awaitLeases(1);
    }

    @Test
    void whoEndsInOrderLeavesItToAnotherAtOnce() throws Exception {
        create(Map.of());
        Deliveries one = start();
        transfers(1);
        await().until(() -> receiver.calls().size() == 1);

        one.close(Duration.ofSeconds(10));

        assertThat(number("SELECT count(*) FROM webhooks WHERE lease_owner IS NULL")).isOne();
        start();
        transfers(1);
        await().until(() -> receiver.calls().size() == 2);
        assertThat(new HashSet<>(receiver.ids())).hasSize(2);
    }

    /** As an instance does that was frozen, and does not know how late it is. */
    @Test
    void whoHasLostItsLeaseRecordsNothing() throws SQLException {
        JsonNode webhook = create(Map.of());
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Claim mine = new Claim(UUID.fromString(id(webhook)), one, 0);

        assertThat(leases.look(one)).hasSize(1);
        assertThat(leases.look(other)).isEmpty();
        assertThat(leases.delivered(mine, new EventPlace(1, 1), 200)).isTrue();
        execute("UPDATE webhooks SET lease_until = now() - interval '1 microsecond'");
        assertThat(leases.look(other)).hasSize(1);

        assertThat(leases.delivered(mine, new EventPlace(2, 1), 200)).isFalse();
        assertThat(leases.failed(mine, CallResult.answered(500))).isEmpty();
        assertThat(leases.look(one)).isEmpty();
        assertThat(read(webhook).get("position").textValue()).isEqualTo("1.1");
        assertThat(read(webhook).get("attempts").intValue()).isZero();
    }

    /** A call that is under way when somebody sets the place anew does not set it back. */
    @Test
    void redeliveryIsNotUndoneByWhatIsUnderWay() {
        CompletableFuture<Void> go = new CompletableFuture<>();
        receiver.answering(
                exchange -> {
                    go.join();
                    exchange.sendResponseHeaders(200, -1);
                });
        JsonNode webhook = create(Map.of());
        start();
        transfers(2);
        await().until(() -> !receiver.calls().isEmpty());

        post("/webhooks/" + id(webhook) + "/redeliver", Map.of("after", "999999999.0")).expect(200);
        go.complete(null);

        awaitLeases(1);
        assertThat(read(webhook).get("position").textValue()).isEqualTo("999999999.0");
    }

    private Deliveries start() {
        Deliveries instance =
                new Deliveries(ledger, journal, writer, caller, leases, metrics, settings, clock);
        instances.add(instance);
        instance.start();
        return instance;
    }

    private JsonNode create(Map<String, ?> more) {
        Map<String, Object> webhook = new HashMap<>(more);
        webhook.put("url", receiver.url());
        return post("/webhooks", webhook).expect(201);
    }

    private static JsonNode read(JsonNode webhook) {
        return get("/webhooks/" + id(webhook)).expect(200);
    }

    private static String id(JsonNode webhook) {
        return webhook.get("id").textValue();
    }

    /** Transfers from Alice to Bob; their ids. */
    private List<String> transfers(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(transfer(alice, bob, 1).expect(201).get("id").textValue());
        }
        return ids;
    }

    private static List<String> ids(String path) {
        return items(path).stream().map(event -> event.get("id").textValue()).toList();
    }

    private void awaitLeases(int webhooks) {
        await().until(() -> instances.stream().mapToInt(Deliveries::size).sum() == webhooks);
    }

    private static double metric(String start) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
