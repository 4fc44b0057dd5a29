package dev.remit.api.account;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an account held at any time since it was opened. */
@QuarkusTest
class AccountAtTest {

    @Test
    void saysWhatItIs() {
        UUID alice = account(1000);
        Instant opened = createdAt(alice);

        JsonNode then = at(alice, opened).expect(200);

        assertThat(fields(then)).containsExactly("id", "balance", "version", "at");
        assertThat(then.get("id").textValue()).isEqualTo(alice.toString());
        assertThat(then.get("balance").longValue()).isEqualTo(1000);
        assertThat(then.get("version").longValue()).isEqualTo(1);
        assertThat(Instant.parse(then.get("at").textValue())).isEqualTo(opened);
    }

    @Test
    void isExactToTheMicrosecond() {
        UUID alice = account(0);
        UUID bob = account(0);
        for (int amount = 1; amount <= 40; amount++) {
            post("/accounts/" + alice + "/deposits", Map.of("amount", 100 * amount)).expect(201);
            if (amount % 3 == 0) {
                // Several versions in one commit.
                post("/transfers/batch", several(alice, bob, amount % 5 + 1)).expect(201);
            }
        }

        List<JsonNode> entries = history(alice).reversed();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode last = lastOfItsTime(entries, i);
            Instant time = Instant.parse(last.get("createdAt").textValue());
            JsonNode first = firstOfItsTime(entries, i);

            assertStands(at(alice, time), last);
            if (first.get("version").longValue() > 1) {
                JsonNode before = entries.get((int) first.get("version").longValue() - 2);
                assertStands(at(alice, time.minus(1, ChronoUnit.MICROS)), before);
            }
        }
    }

    @Test
    void anAccountIsEmptyFromItsOpeningToItsFirstEntry() {
        UUID alice = account(0);
        Instant opened = createdAt(alice);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 100)).expect(201);

        JsonNode then = at(alice, opened).expect(200);

        assertThat(then.get("balance").longValue()).isZero();
        assertThat(then.get("version").longValue()).isZero();
    }

    @Test
    void anAccountIsNotThereBeforeItsOpeningNorAfterItsEnd() {
        UUID alice = account(7);
        Instant opened = createdAt(alice);
        delete("/accounts/" + alice + "?payout=true").expect(204);
        Instant closed = Instant.parse(history(alice).getFirst().get("createdAt").textValue());

        at(alice, opened.minus(1, ChronoUnit.MICROS)).expectProblem(404, "account-not-found");
        assertThat(
                        at(alice, closed.minus(1, ChronoUnit.MICROS))
                                .expect(200)
                                .get("balance")
                                .longValue())
                .isEqualTo(7);
        at(alice, closed).expectProblem(404, "account-not-found");
    }

    @Test
    void whatIsToComeIsAsItIsNow() {
        UUID alice = account(5);

        assertThat(
                        at(alice, Instant.parse("9999-12-31T23:59:59Z"))
                                .expect(200)
                                .get("balance")
                                .longValue())
                .isEqualTo(5);
    }

    @Test
    void aTimeMayHaveAnyOffset() {
        UUID alice = account(5);
        UUID bob = account(5);
        Instant opened = createdAt(bob);
        transfer(alice, bob, 1).expect(201);
        OffsetDateTime there = opened.atOffset(ZoneOffset.ofHoursMinutes(5, 30));

        for (String text : List.of(there.toString(), there.toString().replace('+', ' '))) {
            JsonNode then = get("/accounts/" + bob + "?at=" + text).expect(200);
            assertThat(then.get("balance").longValue()).isEqualTo(5);
            assertThat(Instant.parse(then.get("at").textValue())).isEqualTo(opened);
        }
    }

    private static void assertStands(Answer answer, JsonNode entry) {
        JsonNode then = answer.expect(200);
        assertThat(then.get("version")).isEqualTo(entry.get("version"));
        assertThat(then.get("balance")).isEqualTo(entry.get("balance"));
    }

    /** Oldest first. */
    private static JsonNode lastOfItsTime(List<JsonNode> entries, int index) {
        return entries.stream()
                .filter(it -> it.get("createdAt").equals(entries.get(index).get("createdAt")))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static JsonNode firstOfItsTime(List<JsonNode> entries, int index) {
        return entries.stream()
                .filter(it -> it.get("createdAt").equals(entries.get(index).get("createdAt")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> several(UUID from, UUID to, int count) {
        return Map.of(
                "transfers",
                Collections.nCopies(count, Map.of("from", from, "to", to, "amount", 1)));
    }

    private static Instant createdAt(UUID account) {
        return Instant.parse(get("/accounts/" + account).expect(200).get("createdAt").textValue());
    }

    private static Answer at(UUID account, Instant time) {
        return get("/accounts/" + account + "?at=" + time);
    }
}
