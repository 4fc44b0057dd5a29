package dev.remit.api.account;

import static dev.remit.RemitApi.MAX;
import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.summary;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Books;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SummaryTest {

    @TestHTTPResource("/accounts")
    URI service;

    @Test
    void hasCountAndTotalAsWholeNumbers() {
        account(0);

        JsonNode summary = get("/accounts/summary").expect(200);

        assertThat(fields(summary)).containsExactly("count", "total", "totals");
        assertThat(summary.get("count").isIntegralNumber()).isTrue();
        assertThat(fields(summary.get("totals").get(0)))
                .containsExactly("currency", "minorUnits", "count", "total");
        assertThat(summary.get("totals").get(0).get("total").isIntegralNumber()).isTrue();
    }

    @Test
    void movesByWhatWasDone() {
        Books before = summary();

        UUID one = account(1000);
        UUID other = account(0);
        assertThat(summary()).isEqualTo(before.plus(2, 1000));

        transfer(one, other, 400).expect(201);
        assertThat(summary()).isEqualTo(before.plus(2, 1000));

        post("/accounts/" + one + "/deposits", Map.of("amount", 50)).expect(201);
        post("/accounts/" + other + "/withdrawals", Map.of("amount", 100)).expect(201);
        assertThat(summary()).isEqualTo(before.plus(2, 950));

        delete("/accounts/" + one + "?payout=true").expect(204);
        assertThat(summary()).isEqualTo(before.plus(1, 300));
    }

    @Test
    void totalIsTheSameThroughoutTransfers() {
        UUID one = account(500);
        UUID other = account(500);
        Books before = summary();

        CompletableFuture<Void> transfers =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 25; i++) {
                                transfer(one, other, 3).expect(201);
                                transfer(other, one, 3).expect(201);
                            }
                        });
        do {
            assertThat(summary()).isEqualTo(before);
        } while (!transfers.isDone());

        transfers.join();
    }

    @Test
    void totalMayBeMoreThanAnyBalance() {
        int accounts = 1025;
        Books before = summary();
        JsonNode opened =
                post(
                                "/accounts/batch",
                                Map.of(
                                        "accounts",
                                        Collections.nCopies(accounts, Map.of("balance", MAX))))
                        .expect(201)
                        .get("accounts");

        Books full = summary();
        closeAll(opened);

        assertThat(full.count()).isEqualTo(before.count() + accounts);
        assertThat(full.total().subtract(before.total()))
                .isEqualByComparingTo(BigDecimal.valueOf(MAX).multiply(new BigDecimal(accounts)));
        assertThat(summary()).isEqualTo(before);
    }

    /** At once, so that the service closes many in one transaction. */
    private void closeAll(JsonNode accounts) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<?>> answers = new ArrayList<>();
            for (JsonNode account : accounts) {
                String path = service + "/" + account.get("id").textValue() + "?payout=true";
                answers.add(
                        client.sendAsync(
                                HttpRequest.newBuilder(URI.create(path)).DELETE().build(),
                                BodyHandlers.discarding()));
            }
            answers.forEach(CompletableFuture::join);
        }
    }
}
