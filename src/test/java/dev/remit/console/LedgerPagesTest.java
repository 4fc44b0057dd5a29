package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What there is to see of the whole ledger. */
@QuarkusTest
class LedgerPagesTest {

    private final Browser browser = new Browser();

    @Test
    void theOverviewShowsWhatThereIs() {
        account(1);

        // A hold of another test may end by itself between two looks.
        await().until(
                        () -> {
                            Page page = browser.open("/console").expect(200);
                            JsonNode head = get("/ledger").expect(200);
                            return page.text("[data-field=hash]")
                                            .equals(head.get("hash").textValue())
                                    && page.text("[data-field=sequence]")
                                            .replace(",", "")
                                            .equals(head.get("sequence").asText());
                        });
        Page page = browser.open("/console").expect(200);
        assertThat(page.has("#totals [data-currency=USD] [data-field=total]")).isTrue();
        assertThat(page.text("[data-field=queue]")).matches("[0-9,]+");
        assertThat(page.element("[sse-connect]").attr("sse-connect")).isEqualTo("/console/live");
    }

    @Test
    void theFeedShowsTheLastEventsAndLeadsBack() {
        UUID alice = account(1000);
        deposits(alice, 100);
        String sequence = deposits(alice, 120);
        String last = transfer(alice, account(0), 7).expect(201).get("sequence").asText();

        Page first = browser.open("/console/feed").expect(200);

        List<String> events = new ArrayList<>(events(first));
        assertThat(events).hasSize(50).contains(last + ".1");
        Page page = first;
        for (int i = 0; i < 3; i++) {
            page = browser.follow(page, "#next").expect(200);
            events.addAll(events(page));
        }
        assertThat(events).hasSize(200).doesNotHaveDuplicates();
        assertThat(events.stream().filter(id -> id.startsWith(sequence + "."))).hasSize(120);
        assertThat(page.has("[sse-connect]")).isFalse();
    }

    /** Of the commit that a page begins in, only a part counts. */
    @Test
    void noPageOfTheFeedEndsTooEarly() {
        UUID alice = account(0);
        deposits(alice, 21);
        String sequence = deposits(alice, 30);

        Page page = browser.open("/console/feed?before=" + sequence + ".30").expect(200);

        assertThat(events(page)).hasSize(50).startsWith(sequence + ".29");
        assertThat(page.has("#next")).isTrue();
        assertThat(events(browser.open("/console/feed?before=999999999999.1"))).hasSize(50);
        assertThat(events(browser.open("/console/feed?before=0.9"))).isEmpty();
    }

    /** In one commit, whose sequence it returns. */
    private static String deposits(UUID account, int count) {
        List<Map<String, Object>> many =
                IntStream.range(0, count)
                        .mapToObj(i -> Map.<String, Object>of("to", account, "amount", 1))
                        .toList();
        return post("/transfers/batch", Map.of("atomic", true, "transfers", many))
                .expect(201)
                .at("/transfers/0/sequence")
                .asText();
    }

    private static List<String> events(Page page) {
        return page.document().select("#events > tr").eachAttr("data-event");
    }
}
