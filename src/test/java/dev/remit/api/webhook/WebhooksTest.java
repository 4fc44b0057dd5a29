package dev.remit.api.webhook;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Webhooks are made, read, changed and deleted. Nothing ever happens to the accounts that they are
 * for, and there is no such host, so nobody is called.
 */
@QuarkusTest
class WebhooksTest {

    private static final String URL = "https://receiver.invalid/ledger?key=1";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "url",
                    "types",
                    "accounts",
                    "createdAt",
                    "state",
                    "reason",
                    "position",
                    "attempts",
                    "nextAttemptAt",
                    "lastStatus");

    private final UUID nobody = UUID.randomUUID();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void deleteAll() {
        made.forEach(RemitApi::delete);
    }

    @Test
    void isToldOfWhatHappensFromNowOn() {
        account(0);
        String head = get("/ledger").expect(200).get("sequence").asText();

        Answer answer = create(Map.of());

        JsonNode webhook = answer.expect(201);
        List<String> withSecret = new ArrayList<>(FIELDS);
        withSecret.add("secret");
        assertThat(fields(webhook)).isEqualTo(withSecret);
        assertThat(answer.header("Location"))
                .isEqualTo("/webhooks/" + webhook.get("id").textValue());
        assertThat(webhook.get("url").textValue()).isEqualTo(URL);
        assertThat(webhook.get("types").isNull()).isTrue();
        assertThat(webhook.get("accounts").get(0).textValue()).isEqualTo(nobody.toString());
        assertThat(webhook.get("state").textValue()).isEqualTo("active");
        assertThat(webhook.get("createdAt").textValue()).matches(RemitApi.TIME);
        assertThat(Long.parseLong(webhook.get("position").textValue().replace(".0", "")))
                .isGreaterThan(Long.parseLong(head));
        assertThat(webhook.get("attempts").intValue()).isZero();
        assertThat(webhook.get("secret").textValue()).matches("whsec_[A-Za-z0-9+/]{43}=");
    }

    @Test
    void theSecretIsToldOnceAndNeverAgain() {
        JsonNode webhook = create(Map.of("secret", SECRET)).expect(201);
        assertThat(webhook.get("secret").textValue()).isEqualTo(SECRET);

        for (Answer answer :
                List.of(
                        get(path(webhook)),
                        get("/webhooks?limit=1000"),
                        create(Map.of("id", webhook.get("id"), "secret", SECRET)),
                        post(path(webhook) + "/pause"),
                        post(path(webhook) + "/resume"),
                        post(path(webhook) + "/redeliver", Map.of("after", "1.1")))) {
            assertThat(answer.expect(200).toString()).doesNotContain("secret", SECRET);
        }
    }

    @Test
    void canBeReadAsItWasMade() {
        Map<String, Object> wanted =
                Map.of(
                        "types",
                        List.of("dev.remit.transfer.reversed", "dev.remit.account.opened"),
                        "after",
                        "0.0");

        JsonNode webhook = create(wanted).expect(201);

        assertThat(webhook.get("types"))
                .extracting(JsonNode::textValue)
                .containsExactly("dev.remit.account.opened", "dev.remit.transfer.reversed");
        assertThat(webhook.get("position").textValue()).isEqualTo("0.0");
        JsonNode read = get(path(webhook)).expect(200);
        assertThat(fields(read)).isEqualTo(FIELDS);
        assertThat(read).isEqualTo(((ObjectNode) webhook).without("secret"));
    }

    @Test
    void theSameAgainIsTheSame() {
        UUID id = UUID.randomUUID();
        create(Map.of("id", id)).expect(201);

        Answer again = create(Map.of("id", id, "after", "1.1"));

        again.expect(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        for (Map<String, ?> other :
                List.<Map<String, ?>>of(
                        Map.of("id", id, "url", URL + "2"),
                        Map.of("id", id, "types", List.of("dev.remit.account.closed")),
                        Map.of("id", id, "accounts", List.of(UUID.randomUUID())),
                        Map.of("id", id, "secret", SECRET))) {
            JsonNode problem = create(other).expectProblem(409, "webhook-exists");
            assertThat(problem.get("webhook").textValue()).isEqualTo(id.toString());
        }
    }

    @Test
    void aKeyDoesAsWellAsAnId() {
        Map<String, Object> webhook = Map.of("url", URL, "accounts", List.of(nobody));
        String key = "webhook-" + UUID.randomUUID();

        Answer first = post("/webhooks", webhook, key);
        made.add(path(first.expect(201)));

        Answer again = post("/webhooks", webhook, key);
        assertThat(again.expect(200).get("id")).isEqualTo(first.expect(201).get("id"));
    }

    @Test
    void isPausedAndResumed() {
        JsonNode webhook = create(Map.of()).expect(201);

        assertThat(post(path(webhook) + "/pause").expect(200).get("state").textValue())
                .isEqualTo("paused");
        assertThat(post(path(webhook) + "/pause").expect(200).get("state").textValue())
                .isEqualTo("paused");
        assertThat(get(path(webhook)).expect(200).get("state").textValue()).isEqualTo("paused");
        assertThat(post(path(webhook) + "/resume").expect(200).get("state").textValue())
                .isEqualTo("active");
    }

    @Test
    void goesOnFromAnyPlaceAndStaysPaused() {
        JsonNode webhook = create(Map.of()).expect(201);
        post(path(webhook) + "/pause").expect(200);

        JsonNode moved =
                post(path(webhook) + "/redeliver", Map.of("after", "999999999.7")).expect(200);

        assertThat(moved.get("position").textValue()).isEqualTo("999999999.7");
        assertThat(moved.get("state").textValue()).isEqualTo("paused");
    }

    @Test
    void whatIsDeletedIsGone() {
        JsonNode webhook = create(Map.of()).expect(201);

        delete(path(webhook)).expect(204);

        get(path(webhook)).expectProblem(404, "webhook-not-found");
        delete(path(webhook)).expectProblem(404, "webhook-not-found");
    }

    @Test
    void allAreListedInOrderOfTheirIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(create(Map.of()).expect(201).get("id").textValue());
        }

        List<String> listed =
                items("/webhooks?limit=2").stream()
                        .map(webhook -> webhook.get("id").textValue())
                        .toList();

        assertThat(listed).containsAll(ids).doesNotHaveDuplicates();
        assertThat(listed.stream().map(id -> id.replace("-", ""))).isSorted();
    }

    @Test
    void aDryRunTellsWhatWouldComeOfItAndChangesNothing() {
        UUID id = UUID.randomUUID();
        Map<String, Object> wanted = Map.of("id", id, "url", URL, "accounts", List.of(nobody));

        Answer dry = post("/webhooks?dryRun=true", wanted);

        assertThat(fields(dry.expect(201))).containsAll(FIELDS);
        assertThat(dry.header("Remit-Dry-Run")).isEqualTo("true");
        assertThat(dry.header("Location")).isNull();
        get("/webhooks/" + id).expectProblem(404, "webhook-not-found");
        JsonNode webhook = create(Map.of("id", id)).expect(201);
        JsonNode before = get(path(webhook)).expect(200);
        assertThat(post(path(webhook) + "/pause?dryRun=true").expect(200).get("state").textValue())
                .isEqualTo("paused");
        post(path(webhook) + "/redeliver?dryRun=true", Map.of("after", "1.1")).expect(200);
        delete(path(webhook) + "?dryRun=true").expect(204);
        assertThat(get(path(webhook)).expect(200)).isEqualTo(before);
    }

    @Test
    void noHostIsToldThatCannotBeCalled() {
        JsonNode problem =
                create(Map.of("url", "https://192.168.0.1/x"))
                        .expectProblem(422, "address-not-allowed");

        assertThat(problem.toString()).doesNotContain("192.168");
    }

    private Answer create(Map<String, ?> more) {
        Map<String, Object> webhook = new HashMap<>();
        webhook.put("url", URL);
        webhook.put("accounts", List.of(nobody));
        webhook.putAll(more);
        Answer answer = post("/webhooks", webhook);
        if (answer.response().statusCode() == 201) {
            made.add(path(answer.expect(201)));
        }
        return answer;
    }

    private static String path(JsonNode webhook) {
        return "/webhooks/" + webhook.get("id").textValue();
    }
}
