package dev.remit.api.transfer;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.next;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Some of an account's history. */
@QuarkusTest
@Order(RemitApi.LAST)
class FindTransfersTest {

    private UUID alice;
    private UUID bob;
    private UUID cid;

    @BeforeEach
    void postSome() {
        alice = account(10_000);
        bob = account(10_000);
        cid = account(10_000);
        for (int i = 0; i < 6; i++) {
            transfer(alice, bob, "rent");
            transfer(bob, alice, null);
            transfer(cid, alice, i % 2 == 0 ? "rent" : "Rent, and more");
            post(
                            "/transfers/batch",
                            Map.of(
                                    "transfers",
                                    List.of(
                                            Map.of("from", alice, "to", cid, "amount", 2),
                                            Map.of("from", alice, "amount", 1))))
                    .expect(201);
        }
    }

    @Test
    void byDirection() {
        assertFinds("direction=in", it -> it.get("amount").longValue() > 0);
        assertFinds("direction=out", it -> it.get("amount").longValue() < 0);
    }

    @Test
    void byCounterparty() {
        assertFinds(
                "counterparty=" + bob,
                it -> it.get("counterparty").asText().equals(bob.toString()));
        assertFinds(
                "direction=in&counterparty=" + cid,
                it ->
                        it.get("counterparty").asText().equals(cid.toString())
                                && it.get("amount").longValue() > 0);
        assertThat(find("counterparty=" + UUID.randomUUID(), 50)).isEmpty();
    }

    @Test
    void byReference() {
        assertFinds("reference=rent", it -> it.get("reference").asText().equals("rent"));
        assertFinds(
                "reference=Rent, and more",
                it -> it.get("reference").asText().equals("Rent, and more"));
        assertThat(find("reference=ren", 50)).isEmpty();
    }

    @Test
    void byTime() {
        List<Instant> times = history(alice).stream().map(FindTransfersTest::time).toList();
        for (Instant from : List.of(times.getLast(), times.get(20), times.get(15))) {
            for (Instant to : List.of(times.getFirst(), times.get(3), times.get(9))) {
                assertFinds(
                        "from=%s&to=%s".formatted(from, to),
                        it -> !time(it).isBefore(from) && time(it).isBefore(to));
            }
        }
        Instant first = times.getLast();
        assertThat(find("to=" + first, 50)).isEmpty();
        assertFinds("to=" + first.plus(1, ChronoUnit.MICROS), it -> time(it).equals(first));
        assertThat(find("from=" + times.getFirst().plus(1, ChronoUnit.MICROS), 50)).isEmpty();
    }

    @Test
    void byReferenceOverTheWholeLedger() {
        String reference = "order " + UUID.randomUUID();
        Map<String, Object> one =
                Map.of("from", alice, "to", bob, "amount", 1, "reference", reference);
        Map<String, Object> other = Map.of("to", cid, "amount", 1, "reference", reference);
        List<JsonNode> posted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            post("/transfers/batch", Map.of("transfers", List.of(one, other, one)))
                    .expect(201)
                    .get("transfers")
                    .forEach(posted::add);
        }

        for (int limit : new int[] {1, 2, 8, 9, 50}) {
            List<JsonNode> found = new ArrayList<>();
            Answer page = get("/transfers?limit=%d&reference=%s".formatted(limit, reference));
            for (; page != null; page = next(page)) {
                page.expect(200).get("items").forEach(found::add);
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(posted);
            assertThat(found)
                    .extracting(it -> it.get("sequence").longValue())
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(get("/transfers?reference=" + reference + "!").expect(200).get("items"))
                .isEmpty();
    }

    /** Nobody reads a whole history in one call, however few of its postings are wanted. */
    @Test
    void whatIsRareIsLookedForInSteps() {
        UUID rich = account(100_000);
        transfer(rich, bob, "wanted");
        Map<String, Object> one = Map.of("from", rich, "to", bob, "amount", 1);
        for (int i = 0; i < 11; i++) {
            post("/transfers/batch", Map.of("transfers", Collections.nCopies(1000, one)))
                    .expect(201);
        }
        String query = "/accounts/" + rich + "/transfers?reference=wanted";

        JsonNode first = get(query).expect(200);
        JsonNode second = get(query + "&before=" + first.get("next").textValue()).expect(200);

        assertThat(first.get("items")).isEmpty();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").textValue()).isNull();
    }

    private void assertFinds(String query, Predicate<JsonNode> wanted) {
        List<JsonNode> expected = history(alice).stream().filter(wanted).toList();
        assertThat(expected).isNotEmpty();
        for (int limit : new int[] {1, 2, 5, 50}) {
            assertThat(find(query, limit)).as(query).isEqualTo(expected);
        }
    }

    /** All pages, by their links. */
    private List<JsonNode> find(String query, int limit) {
        List<JsonNode> found = new ArrayList<>();
        Answer page = get("/accounts/%s/transfers?limit=%d&%s".formatted(alice, limit, query));
        for (; page != null; page = next(page)) {
            JsonNode items = page.expect(200).get("items");
            assertThat(items.size()).isLessThanOrEqualTo(limit);
            items.forEach(found::add);
        }
        return found;
    }

    private static Instant time(JsonNode posting) {
        return Instant.parse(posting.get("createdAt").textValue());
    }

    private static void transfer(UUID from, UUID to, String reference) {
        Map<String, Object> transfer = new HashMap<>(Map.of("from", from, "to", to, "amount", 3));
        if (reference != null) {
            transfer.put("reference", reference);
        }
        post("/transfers", transfer).expect(201);
    }
}
