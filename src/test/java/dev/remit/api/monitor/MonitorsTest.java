package dev.remit.api.monitor;

import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.next;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Monitors are created, found and deleted. */
@QuarkusTest
class MonitorsTest {

    private UUID alice;

    @BeforeEach
    void open() {
        alice = account(1000);
    }

    @Test
    void isAnsweredAsItWasCreated() {
        UUID id = UUID.randomUUID();

        Answer answer = post("/monitors", Map.of("id", id, "account", alice, "below", -500));

        JsonNode monitor = answer.expect(201);
        assertThat(answer.header("Location")).endsWith("/monitors/" + id);
        assertThat(fields(monitor)).containsExactly("id", "account", "below", "createdAt");
        assertThat(monitor.get("id").textValue()).isEqualTo(id.toString());
        assertThat(monitor.get("account").textValue()).isEqualTo(alice.toString());
        assertThat(monitor.get("below").longValue()).isEqualTo(-500);
        assertThat(monitor.get("createdAt").textValue()).matches(TIME);
        assertThat(get("/monitors/" + id).expect(200)).isEqualTo(monitor);
        assertThat(items("/monitors?account=" + alice)).containsExactly(monitor);
    }

    @Test
    void watchesFromAboveJustAsWell() {
        JsonNode monitor = post("/monitors", Map.of("account", alice, "above", 0)).expect(201);

        assertThat(fields(monitor)).containsExactly("id", "account", "above", "createdAt");
        assertThat(monitor.get("above").longValue()).isZero();
    }

    @Test
    void isCreatedOnce() {
        Map<String, Object> wanted = Map.of("account", alice, "below", 500);
        String key = "low-" + alice;
        JsonNode monitor = post("/monitors", wanted, key).expect(201);

        Answer again = post("/monitors", wanted, key);

        assertThat(again.expect(200)).isEqualTo(monitor);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isNull();
        post("/monitors", Map.of("account", alice, "below", 501), key)
                .expectProblem(409, "monitor-exists");
        assertThat(items("/monitors?account=" + alice)).containsExactly(monitor);
    }

    @Test
    void isGoneWhenItIsDeletedAndNeverComesBack() {
        String id = create(alice);
        String other = create(alice);

        assertThat(delete("/monitors/" + id).expect(204)).isNull();

        get("/monitors/" + id).expectProblem(404, "monitor-not-found");
        delete("/monitors/" + id).expectProblem(404, "monitor-not-found");
        post("/monitors", Map.of("id", id, "account", alice, "below", 500))
                .expectProblem(409, "monitor-exists");
        assertThat(ids("/monitors?account=" + alice)).containsExactly(other);
    }

    @Test
    void makesRoomForAnotherOne() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ids.add(create(alice));
        }
        Map<String, Object> another = Map.of("account", alice, "above", 1);
        assertThat(
                        post("/monitors", another)
                                .expectProblem(422, "monitor-limit")
                                .get("account")
                                .textValue())
                .isEqualTo(alice.toString());

        delete("/monitors/" + ids.getFirst()).expect(204);

        post("/monitors", another).expect(201);
    }

    @Test
    void areListedInOrderOfTheirIds() {
        UUID bob = account(0);
        List<String> ofAlice = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ofAlice.add(create(alice));
            create(bob);
        }

        Answer page = get("/monitors?limit=2&account=" + alice);

        assertThat(page.expect(200).get("items")).hasSize(2);
        assertThat(next(page).expect(200).get("items")).hasSize(2);
        assertThat(ids("/monitors?limit=2&account=" + alice))
                .containsExactlyElementsOf(ofAlice.stream().sorted().toList());
        assertThat(ids("/monitors?limit=3"))
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(ofAlice);
        assertThat(ids("/monitors?account=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void endWithTheirAccount() {
        String id = create(alice);

        delete("/accounts/" + alice + "?payout=true").expect(204);

        get("/monitors/" + id).expectProblem(404, "monitor-not-found");
        assertThat(ids("/monitors?account=" + alice)).isEmpty();
        post("/monitors", Map.of("account", alice, "below", 500))
                .expectProblem(422, "account-not-found");
    }

    @Test
    void canBeTriedWithoutComingToBe() {
        UUID id = UUID.randomUUID();
        Map<String, Object> wanted = Map.of("id", id, "account", alice, "below", 500);

        Answer dry = post("/monitors?dryRun=true", wanted);

        assertThat(dry.expect(201).get("id").textValue()).isEqualTo(id.toString());
        assertThat(dry.header("Remit-Dry-Run")).isEqualTo("true");
        get("/monitors/" + id).expectProblem(404, "monitor-not-found");
        post("/monitors", wanted).expect(201);
        delete("/monitors/" + id + "?dryRun=true").expect(204);
        get("/monitors/" + id).expect(200);
    }

    private static String create(UUID account) {
        return post("/monitors", Map.of("account", account, "below", 500))
                .expect(201)
                .get("id")
                .textValue();
    }

    private static List<String> ids(String path) {
        return items(path).stream().map(item -> item.get("id").textValue()).toList();
    }
}
