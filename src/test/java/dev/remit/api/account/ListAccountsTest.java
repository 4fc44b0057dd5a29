package dev.remit.api.account;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListAccountsTest {

    @Test
    void pagesInOrderOfIdLeadToTheEnd() {
        open(60);

        List<String> ids = new ArrayList<>();
        JsonNode next = null;
        do {
            JsonNode page =
                    get("/accounts?limit=1000" + (next == null ? "" : "&after=" + next.textValue()))
                            .expect(200);
            assertThat(fields(page)).containsExactly("items", "next");
            page.get("items").forEach(account -> ids.add(account.get("id").textValue()));
            next = page.get("next");
        } while (!next.isNull());

        assertThat(ids).hasSize((int) summary().count()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void smallPagesMissNothing() {
        // Neighbours in the order of ids, whatever else there is.
        long high = UUID.randomUUID().getMostSignificantBits();
        List<String> ids =
                IntStream.rangeClosed(1, 7).mapToObj(i -> new UUID(high, i).toString()).toList();
        ids.forEach(id -> post("/accounts", Map.of("id", id)).expect(201));

        List<String> found = new ArrayList<>();
        String after = new UUID(high, 0).toString();
        for (int size : new int[] {3, 3, 1}) {
            JsonNode page = get("/accounts?limit=" + size + "&after=" + after).expect(200);
            assertThat(page.get("items")).hasSize(size);
            page.get("items").forEach(account -> found.add(account.get("id").textValue()));
            after = found.getLast();
        }

        assertThat(found).isEqualTo(ids);
    }

    @Test
    void lastPageSaysSo() {
        UUID last = new UUID(-1, -1);
        if (get("/accounts/" + last).response().statusCode() == 404) {
            post("/accounts", Map.of("id", last, "name", "the last there can be")).expect(201);
        }

        JsonNode page = get("/accounts?limit=1&after=" + new UUID(-1, -2)).expect(200);

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("next").isNull()).isTrue();
        JsonNode beyond = get("/accounts?after=" + last).expect(200);
        assertThat(beyond.get("items")).isEmpty();
        assertThat(beyond.get("next").isNull()).isTrue();
    }

    @Test
    void itemsAreWholeAccounts() {
        long high = UUID.randomUUID().getMostSignificantBits();
        JsonNode account =
                post("/accounts", Map.of("id", new UUID(high, 1), "name", "Bob", "balance", 3))
                        .expect(201);

        assertThat(get("/accounts?limit=1&after=" + new UUID(high, 0)).expect(200).get("items"))
                .containsExactly(account);
    }

    @Test
    void fiftyIsTheDefault() {
        open(51);

        JsonNode page = get("/accounts").expect(200);

        assertThat(page.get("items")).hasSize(50);
        assertThat(page.get("next")).isEqualTo(page.get("items").get(49).get("id"));
    }

    @Test
    void oneAndAThousandAreLimits() {
        open(1001);

        assertThat(get("/accounts?limit=1").expect(200).get("items")).hasSize(1);
        assertThat(get("/accounts?limit=1000").expect(200).get("items")).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "1.0", "1e1", "99999999999", "+1", "١"})
    void otherLimitsAreRefused(String limit) {
        JsonNode problem =
                new Answer(given().queryParam("limit", limit).get("/accounts"))
                        .expectProblem(400, "invalid-request");

        assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo("limit");
    }

    private static void open(int accounts) {
        post("/accounts/batch", Map.of("accounts", Collections.nCopies(accounts, Map.of())))
                .expect(201);
    }
}
