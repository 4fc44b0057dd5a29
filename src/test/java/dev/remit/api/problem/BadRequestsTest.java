package dev.remit.api.problem;

import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.api.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad request gets the problem that the contract names, tells no secrets, and changes
 * nothing.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
public class BadRequestsTest {

    @TestHTTPResource("/")
    URI service;

    private UUID alice;
    private UUID bob;
    private UUID full;
    private UUID euros;
    private UUID posted;
    private UUID carol;
    private UUID frozen;
    private final UUID held = UUID.randomUUID();
    private final UUID voided = UUID.randomUUID();
    private final UUID reversed = UUID.randomUUID();
    private final UUID reversal = UUID.randomUUID();
    private final UUID watching = UUID.randomUUID();
    private final UUID deleted = UUID.randomUUID();

    /** What is answered under some paths. */
    private final Map<String, String> accountsBefore = new HashMap<>();

    private final Map<String, String> allBefore = new HashMap<>();

    /** Not before all: RestAssured is told where the service is before each test. */
    @BeforeEach
    void openAccounts() {
        if (alice != null) {
            return;
        }
        alice = account(1010);
        bob = account(0);
        full = account(MAX);
        euros = opened(Map.of("currency", "EUR"));
        posted = UUID.randomUUID();
        post("/transfers", Map.of("id", posted, "from", alice, "to", bob, "amount", 10))
                .expect(201);
        openOthers();
        watch();
        Stream.of("/accounts/" + alice, "/accounts/" + carol)
                .forEach(path -> accountsBefore.put(path, read(path)));
        Stream.of(
                        "/accounts/summary",
                        "/webhooks",
                        "/accounts/" + bob + "/transfers",
                        "/accounts/" + carol + "/transfers",
                        "/accounts/" + carol + "/terms",
                        "/accounts/" + carol + "/holds",
                        "/monitors?account=" + full,
                        "/monitors?account=" + bob,
                        "/monitors?account=" + alice,
                        "/accounts/" + frozen,
                        "/transfers/" + posted,
                        "/transfers/" + voided,
                        "/transfers/" + reversed)
                .forEach(path -> allBefore.put(path, read(path)));
    }

    private void openOthers() {
        frozen = opened(Map.of("frozen", "all"));
        carol =
                opened(
                        Map.of(
                                "balance",
                                10,
                                "overdraft",
                                50,
                                "metadata",
                                Map.of("a", "x".repeat(3000))));
        hold(held, 40);
        hold(voided, 1);
        post("/transfers/" + voided + "/void").expect(201);
        post("/accounts/" + carol + "/deposits", Map.of("id", reversed, "amount", 5)).expect(201);
        post("/transfers/" + reversed + "/reverse", Map.of("id", reversal)).expect(201);
    }

    private void watch() {
        post("/monitors", Map.of("id", deleted, "account", bob, "below", 5)).expect(201);
        assertThat(new RawHttp(service).send("DELETE", "/monitors/" + deleted, List.of(), null))
                .matches(answer -> answer.status() == 204);
        post("/monitors", Map.of("id", watching, "account", full, "below", 5)).expect(201);
        for (int more = 1; more < 16; more++) {
            post("/monitors", Map.of("account", full, "below", more)).expect(201);
        }
    }

    private static UUID opened(Map<String, ?> account) {
        return UUID.fromString(post("/accounts", account).expect(201).get("id").textValue());
    }

    private void hold(UUID id, long amount) {
        post(
                        "/transfers",
                        Map.of(
                                "id", id, "from", carol, "to", bob, "amount", amount, "pending",
                                true))
                .expect(201);
    }

    @AfterEach
    void accountsHaveNotChanged() {
        accountsBefore.forEach((path, before) -> assertThat(read(path)).isEqualTo(before));
    }

    @AfterAll
    void nothingHasChanged() {
        allBefore.forEach((path, before) -> assertThat(read(path)).isEqualTo(before));
        RawHttp.Answer closed =
                new RawHttp(service).send("DELETE", "/accounts/" + euros, List.of(), null);
        assertThat(closed.status()).isEqualTo(204);
    }

    public static Stream<BadRequest> badRequests() {
        return Stream.of(
                        BadBodies.all(),
                        BrokenRules.all(),
                        RefusedByTheBooks.all(),
                        BadMonitors.all(),
                        BadWebhooks.all(),
                        BadHttp.all())
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void isAnsweredWithItsProblem(BadRequest bad) {
        RawHttp.Answer answer =
                new RawHttp(service)
                        .send(bad.method(), named(bad.path()), bad.headers(), named(bad.body()));

        assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        JsonNode problem = json(answer.body());
        List<String> members = new ArrayList<>(List.of("type", "title", "status", "detail"));
        members.addAll(bad.members());
        assertThat(fields(problem)).isEqualTo(members);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:remit:problem:" + bad.slug());
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("status").intValue()).isEqualTo(bad.status());
        assertThat(problem.get("detail").textValue()).matches("(?s)\\S.{10,}\\.");
        if (problem.has("errors")) {
            assertThat(problem.get("errors"))
                    .isNotEmpty()
                    .allSatisfy(
                            error -> assertThat(fields(error)).containsExactly("field", "message"));
        }
        if (bad.status() == 405) {
            assertThat(answer.headers().get("Allow").split(", "))
                    .isNotEmpty()
                    .doesNotContain(bad.method());
        }
        InnerLife.assertNotIn(answer.body());
    }

    private String read(String path) {
        RawHttp.Answer answer = new RawHttp(service).send("GET", path, List.of(), null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private byte[] named(byte[] body) {
        if (body == null) {
            return null;
        }
        // One byte is one character here and back, whatever the encoding is.
        return named(new String(body, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String named(String text) {
        return text.replace(BadRequest.ALICE, alice.toString())
                .replace(BadRequest.BOB, bob.toString())
                .replace(BadRequest.FULL, full.toString())
                .replace(BadRequest.EUROS, euros.toString())
                .replace(BadRequest.POSTED, posted.toString())
                .replace(BadRequest.CAROL, carol.toString())
                .replace(BadRequest.FROZEN, frozen.toString())
                .replace(BadRequest.HELD, held.toString())
                .replace(BadRequest.VOIDED, voided.toString())
                .replace(BadRequest.REVERSED, reversed.toString())
                .replace(BadRequest.REVERSAL, reversal.toString())
                .replace(BadRequest.WATCHING, watching.toString())
                .replace(BadRequest.DELETED, deleted.toString());
    }
}
