package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.webhook.WebhookReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an instance does not deliver any more, the other one does. */
class WebhookTakeOverIT {

    private static final Map<String, String> HERE =
            Map.of(
                    "REMIT_WEBHOOKS_ALLOW_HTTP", "true",
                    "REMIT_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.1");

    /** What is promised. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OwnDatabase database = OwnDatabase.create("webhooks");
    @AutoClose private final WebhookReceiver receiver = new WebhookReceiver();
    @AutoClose private TwoInstances instances;
    private UUID account;

    /** With the settings that it has by itself. */
    @Test
    void ofOneThatIsKilledWithinHalfAMinute() throws Exception {
        start(HERE);
        deposit(1);
        await().atMost(PATIENCE).until(() -> receiver.calls().size() == 1);
        boolean isFirst = hasLease(instances.here());
        RemitClient left = isFirst ? instances.there() : instances.here();

        (isFirst ? instances.one() : instances.other()).kill();
        deposit(left, 3);

        await().atMost(TAKE_OVER).until(() -> receiver.calls().size() >= 4);
        assertAllCameInOrder(left);
        assertThat(hasLease(left)).isTrue();
    }

    /** It goes on later, and notices that it has nothing to say any more. */
    @Test
    void ofOneThatIsFrozen() throws Exception {
        receiver.answering(
                exchange -> {
                    Thread.sleep(20);
                    exchange.sendResponseHeaders(200, -1);
                });
        Map<String, String> quick = new HashMap<>(HERE);
        quick.put("REMIT_WEBHOOKS_LEASE", "3s");
        start(quick);
        deposit(100);
        await().atMost(PATIENCE).until(() -> receiver.calls().size() >= 10);
        boolean isFirst = hasLease(instances.here());
        RemitProcess frozen = isFirst ? instances.one() : instances.other();
        RemitClient left = isFirst ? instances.there() : instances.here();

        frozen.signal("STOP");
        await().atMost(PATIENCE).until(() -> hasLease(left));
        await().atMost(PATIENCE).until(() -> ids().size() >= 100);
        frozen.signal("CONT");
        deposit(left, 5);

        await().atMost(PATIENCE).until(() -> ids().size() >= 105);
        assertAllCameInOrder(left);
        await().atMost(PATIENCE).until(() -> position(left).equals(ids().getLast()));
    }

    private void start(Map<String, String> environment) throws IOException {
        instances = TwoInstances.start(database, environment);
        account = instances.here().open(0);
        Reply made = instances.here().post("/webhooks", Json.write(Map.of("url", receiver.url())));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
    }

    private void deposit(int times) throws IOException {
        deposit(instances.here(), times);
    }

    private void deposit(RemitClient client, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            Reply reply =
                    client.post(
                            "/accounts/" + account + "/deposits", Json.write(Map.of("amount", 1)));
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
    }

    /** Without those that came again. */
    private List<String> ids() {
        return receiver.ids().stream().distinct().toList();
    }

    private void assertAllCameInOrder(RemitClient client) throws IOException {
        List<String> events = new ArrayList<>();
        for (JsonNode event : client.get("/events?limit=1000").body().get("items")) {
            events.add(event.get("id").textValue());
        }
        // The account was opened before there was a webhook.
        assertThat(ids()).isEqualTo(events.subList(1, events.size()));
    }

    private static String position(RemitClient client) throws IOException {
        return client.get("/webhooks").body().get("items").get(0).get("position").textValue();
    }

    private static boolean hasLease(RemitClient client) throws IOException {
        return Pattern.compile("^remit_webhooks_leased 1", Pattern.MULTILINE)
                .matcher(client.get("/q/metrics").body().asText())
                .find();
    }
}
