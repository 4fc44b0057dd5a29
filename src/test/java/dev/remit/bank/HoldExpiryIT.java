package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds end by themselves, once, whoever runs and whoever does not. */
class HoldExpiryIT {

    private static final int HOLDS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OwnDatabase database = OwnDatabase.create("hold_expiry");
    @AutoClose private TwoInstances instances;
    private RemitClient here;
    private RemitClient there;

    @BeforeEach
    void start() throws IOException {
        instances = TwoInstances.start(database);
        here = instances.here();
        there = instances.there();
    }

    @AfterEach
    void theBooksAreInOrder() throws SQLException {
        JournalInvariants.assertHold(database);
    }

    @Test
    void eachEndsOnceWithTwoInstancesAndNeverBeforeItsTime() throws IOException {
        UUID from = here.open(HOLDS);
        UUID to = there.open(0);
        List<String> holds = new ArrayList<>();
        for (int i = 0; i < HOLDS; i++) {
            holds.add(hold(i % 2 == 0 ? here : there, from, to, "PT2S"));
        }

        await().atMost(PATIENCE).until(() -> held(here, from) == 0);

        Set<String> ends = new HashSet<>();
        for (String id : holds) {
            JsonNode hold = there.get("/transfers/" + id).body();
            assertThat(hold.get("state").textValue()).isEqualTo("expired");
            String end = hold.get("settledBy").textValue();
            assertThat(ends.add(end)).isTrue();
            JsonNode expiry = here.get("/transfers/" + end).body();
            assertThat(expiry.get("kind").textValue()).isEqualTo("expiry");
            assertThat(Instant.parse(expiry.get("createdAt").textValue()))
                    .isAfterOrEqualTo(Instant.parse(hold.get("expiresAt").textValue()));
        }
        assertThat(here.balance(from)).isEqualTo(HOLDS);
        assertThat(here.post("/transfers/" + holds.getFirst() + "/post", "{}").slug())
                .isEqualTo("transfer-settled");
    }

    @Test
    void whatWasHeldByAnInstanceThatIsGoneEndsToo() throws Exception {
        UUID from = here.open(2);
        UUID to = here.open(0);
        hold(here, from, to, "PT1S");
        instances.one().kill();
        await().atMost(PATIENCE).until(() -> held(there, from) == 0);
        // Nobody runs when the time of this one is up.
        String late = hold(there, from, to, "PT1S");
        instances.other().kill();
        Instant expiresAt = Instant.now().plusSeconds(2);
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(expiresAt));

        try (RemitProcess again = instances.startAgain()) {
            await().atMost(PATIENCE).until(() -> held(here, from) == 0);
            assertThat(here.get("/transfers/" + late).body().get("state").textValue())
                    .isEqualTo("expired");
            assertThat(again).isNotNull();
        }
    }

    private static String hold(RemitClient client, UUID from, UUID to, String lifetime)
            throws IOException {
        Reply reply =
                client.post(
                        "/transfers",
                        Json.write(
                                Map.of(
                                        "from",
                                        from,
                                        "to",
                                        to,
                                        "amount",
                                        1,
                                        "pending",
                                        true,
                                        "expiresIn",
                                        lifetime)));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.body().get("id").textValue();
    }

    private static long held(RemitClient client, UUID account) throws IOException {
        return client.get("/accounts/" + account).body().get("held").longValue();
    }
}
