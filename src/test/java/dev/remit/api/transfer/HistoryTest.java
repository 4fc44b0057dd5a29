package dev.remit.api.transfer;

import static dev.remit.RemitApi.TIME;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class HistoryTest {

    @Test
    void eachSideSeesThePostingItsOwnWay() {
        UUID from = account(1000);
        UUID to = account(250);
        JsonNode transfer =
                post(
                                "/transfers",
                                Map.of("from", from, "to", to, "amount", 100, "reference", "rent"))
                        .expect(201);

        JsonNode left = history(from).getFirst();
        JsonNode arrived = history(to).getFirst();

        for (JsonNode item : List.of(left, arrived)) {
            assertThat(fields(item))
                    .containsExactly(
                            "version",
                            "amount",
                            "balance",
                            "counterparty",
                            "transfer",
                            "reference",
                            "createdAt");
            assertThat(item.get("version").longValue()).isEqualTo(2);
            assertThat(item.get("transfer")).isEqualTo(transfer.get("id"));
            assertThat(item.get("reference").textValue()).isEqualTo("rent");
            assertThat(item.get("createdAt")).isEqualTo(transfer.get("createdAt"));
            assertThat(item.get("createdAt").textValue()).matches(TIME);
        }
        assertThat(left.get("amount").longValue()).isEqualTo(-100);
        assertThat(left.get("balance").longValue()).isEqualTo(900);
        assertThat(left.get("counterparty").textValue()).isEqualTo(to.toString());
        assertThat(arrived.get("amount").longValue()).isEqualTo(100);
        assertThat(arrived.get("balance").longValue()).isEqualTo(350);
        assertThat(arrived.get("counterparty").textValue()).isEqualTo(from.toString());
    }

    @Test
    void pagesLeadBackToTheFirstPosting() {
        UUID account = accountWithPostings(7);

        List<Long> versions = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        JsonNode next = null;
        do {
            JsonNode page =
                    get("/accounts/"
                                    + account
                                    + "/transfers?limit=3"
                                    + (next == null ? "" : "&before=" + next.textValue()))
                            .expect(200);
            assertThat(fields(page)).containsExactly("items", "next");
            page.get("items").forEach(item -> versions.add(item.get("version").longValue()));
            sizes.add(page.get("items").size());
            next = page.get("next");
        } while (!next.isNull());

        assertThat(versions).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(sizes).containsExactly(3, 3, 1);
    }

    @Test
    void fullLastPageIsTheLast() {
        UUID account = accountWithPostings(2);

        JsonNode page = get("/accounts/" + account + "/transfers?limit=2").expect(200);

        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void nothingIsBeforeTheFirstPosting() {
        UUID account = accountWithPostings(1);

        JsonNode page = get("/accounts/" + account + "/transfers?before=1").expect(200);

        assertThat(page.get("items")).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void fiftyIsTheDefaultAndAThousandTheLimit() {
        UUID account = accountWithPostings(52);
        String path = "/accounts/" + account + "/transfers";

        assertThat(get(path).expect(200).get("items")).hasSize(50);
        assertThat(get(path + "?limit=1").expect(200).get("items")).hasSize(1);
        assertThat(get(path + "?limit=1000").expect(200).get("items")).hasSize(52);
    }

    @Test
    void isAChainThatCanBeChecked() {
        UUID account = account(100);
        UUID other = account(100);
        for (int amount = 1; amount <= 5; amount++) {
            transfer(account, other, amount).expect(201);
            transfer(other, account, 2L * amount).expect(201);
            post("/accounts/" + account + "/deposits", Map.of("amount", amount)).expect(201);
            post("/accounts/" + account + "/withdrawals", Map.of("amount", 3)).expect(201);
        }

        List<JsonNode> oldestFirst = history(account).reversed();

        assertThat(oldestFirst)
                .extracting(item -> item.get("version").longValue())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
        long balance = 0;
        for (JsonNode item : oldestFirst) {
            balance += item.get("amount").longValue();
            assertThat(item.get("balance").longValue()).isEqualTo(balance);
        }
        assertThat(oldestFirst)
                .extracting(item -> item.get("createdAt").textValue())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 1001",
        "limit, -1",
        "limit, x",
        "limit, 2.0",
        "before, 0",
        "before, -1",
        "before, x",
        "before, 1.5",
        "before, +2",
        "before, 9223372036854775808"
    })
    void otherPagesAreRefused(String parameter, String value) {
        UUID account = account(1);

        JsonNode problem =
                new Answer(
                                RestAssured.given()
                                        .queryParam(parameter, value)
                                        .get("/accounts/" + account + "/transfers"))
                        .expectProblem(400, "invalid-request");

        assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo(parameter);
    }

    @Test
    void accountThatNeverWasHasNone() {
        UUID unknown = UUID.randomUUID();

        JsonNode problem =
                get("/accounts/" + unknown + "/transfers").expectProblem(404, "account-not-found");

        assertThat(problem.get("account").textValue()).isEqualTo(unknown.toString());
    }

    private static UUID accountWithPostings(int postings) {
        UUID account = account(1);
        for (int i = 1; i < postings; i++) {
            post("/accounts/" + account + "/deposits", Map.of("amount", i)).expect(201);
        }
        return account;
    }
}
