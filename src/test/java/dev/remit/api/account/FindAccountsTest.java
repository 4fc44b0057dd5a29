package dev.remit.api.account;

import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.items;
import static dev.remit.RemitApi.next;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Order(RemitApi.LAST)
class FindAccountsTest {

    /** Nobody else's name begins with it. */
    private final String prefix = UUID.randomUUID().toString();

    @Test
    void byTheBeginningOfTheName() {
        open(prefix + " Alice", 1);
        open(prefix + " Bob", 2);
        open("not " + prefix, 3);

        assertThat(names("?name=" + prefix))
                .containsExactlyInAnyOrder(prefix + " Alice", prefix + " Bob");
        assertThat(names("?name=" + prefix + " B")).containsExactly(prefix + " Bob");
        assertThat(names("?name=" + prefix + " b")).isEmpty();
        assertThat(names("?name=" + prefix + "%")).isEmpty();
    }

    @Test
    void byBalance() {
        for (int balance : new int[] {0, 10, 20, 30}) {
            open(prefix + balance, balance);
        }

        assertThat(names("?name=" + prefix + "&minBalance=10&maxBalance=20"))
                .containsExactlyInAnyOrder(prefix + 10, prefix + 20);
        assertThat(names("?name=" + prefix + "&minBalance=21")).containsExactly(prefix + 30);
        assertThat(names("?name=" + prefix + "&maxBalance=0")).containsExactly(prefix + 0);
        assertThat(names("?name=" + prefix + "&minBalance=20&maxBalance=10")).isEmpty();
    }

    @Test
    void byCurrency() {
        open(prefix + " dollars", 0);
        JsonNode own =
                post(
                                "/accounts",
                                Map.of("name", prefix + " own", "currency", "BTC", "minorUnits", 8))
                        .expect(201);

        assertThat(names("?name=" + prefix + "&currency=USD")).containsExactly(prefix + " dollars");
        assertThat(names("?name=" + prefix + "&currency=BTC")).containsExactly(prefix + " own");
        assertThat(names("?name=" + prefix + "&currency=EUR")).isEmpty();
        delete("/accounts/" + own.get("id").textValue()).expect(204);
    }

    @Test
    void pageByPage() {
        for (int i = 0; i < 7; i++) {
            open(prefix + i, i);
        }

        List<String> found = new ArrayList<>();
        for (Answer page = get("/accounts?limit=3&name=" + prefix);
                page != null;
                page = next(page)) {
            JsonNode items = page.expect(200).get("items");
            assertThat(items.size()).isLessThanOrEqualTo(3);
            items.forEach(it -> found.add(it.get("name").textValue()));
        }

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
    }

    /** Nobody reads all accounts in one call, however few of them are wanted. */
    @Test
    void whoeverIsRareIsLookedForInSteps() {
        post("/accounts/batch", Map.of("accounts", Collections.nCopies(10_000, Map.of())))
                .expect(201);
        post("/accounts/batch", Map.of("accounts", Collections.nCopies(5_000, Map.of())))
                .expect(201);
        open(prefix, 1);

        JsonNode first = get("/accounts?name=" + prefix).expect(200);

        assertThat(first.get("items").size()).isLessThanOrEqualTo(1);
        assertThat(first.get("next").isNull()).isFalse();
        assertThat(names("?name=" + prefix)).containsExactly(prefix);
    }

    private static List<String> names(String query) {
        return items("/accounts" + query).stream().map(it -> it.get("name").textValue()).toList();
    }

    private static void open(String name, int balance) {
        post("/accounts", Map.of("name", name, "balance", balance)).expect(201);
    }
}
