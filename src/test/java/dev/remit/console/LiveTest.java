package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.EventSource;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What changes on a page while somebody looks at it. */
@QuarkusTest
class LiveTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Browser browser = new Browser();

    @Test
    void anAccountChangesAsMoneyMoves() {
        UUID alice = account(100_000);
        UUID bob = account(25_000);
        Page page = browser.open("/console/accounts/" + alice);

        try (EventSource live = watch(page)) {
            transfer(alice, bob, 10_000).expect(201);

            // What had been seen is not sent again: these are the first ones that come.
            assertThat(part(live, "holds").text()).isEqualTo("Nothing is held.");
            assertThat(part(live, "picture").select("[data-chart]").attr("data-values"))
                    .isEqualTo("[1000.00,900.00]");
            assertThat(part(live, "chain").select("[data-field=amount]").eachText())
                    .containsExactly("-100.00 USD", "1,000.00 USD");
            assertThat(part(live, "standing").select("[data-field=balance]").text())
                    .isEqualTo("900.00 USD");
            assertThat(live.lastEventId()).isEqualTo("2.0.0");
        }
    }

    @Test
    void whatHasHappenedMeanwhileIsThereAtOnce() {
        UUID alice = account(100);
        String path = "/console/accounts/" + alice + "/live?seen=1.0.0";
        transfer(alice, account(0), 1).expect(201);

        try (EventSource live = EventSource.open(service(), path, "1.0.0", Long.MAX_VALUE)) {
            assertThat(live.next(4).getLast().data()).contains("0.99 USD");
        }
    }

    @Test
    void theFeedGrows() {
        UUID alice = account(100);
        Page page = browser.open("/console/feed");

        try (EventSource live = watch(page)) {
            String sequence = transfer(alice, account(0), 1).expect(201).get("sequence").asText();

            Document rows = part(live, "rows");
            while (!rows.select("tr > th").eachText().contains(sequence + ".1")) {
                rows = part(live, "rows");
            }
            assertThat(live.lastEventId()).startsWith(sequence + '.');
        }
    }

    @Test
    void theOverviewIsOfNow() {
        account(1);
        long sequence = get("/ledger").expect(200).get("sequence").longValue();

        try (EventSource live = watch(browser.open("/console"))) {
            Document figures = part(live, "figures");
            assertThat(figures.select("[data-field=transfers-per-second]").text()).isNotEmpty();
            while (sequence(figures) < sequence) {
                figures = part(live, "figures");
            }
        }
    }

    private static long sequence(Document figures) {
        return Long.parseLong(figures.select("[data-field=sequence]").text().replace(",", ""));
    }

    @Test
    void anAuditIsBegunAndShown() {
        Page page = browser.open("/console/audit").expect(200);

        try (EventSource live = watch(page)) {
            String before = part(live, "state").text();

            assertThat(browser.send(page.form("#audit-now"), Map.of(), null).location())
                    .isEqualTo("/console/audit");

            String state = part(live, "state").text();
            while (state.equals(before) || !state.contains("The books are")) {
                state = part(live, "state").text();
            }
        }
        await().atMost(LONGEST)
                .until(
                        () ->
                                browser.open("/console")
                                        .text("[data-field=last-audit]")
                                        .contains("as of"));
    }

    private static EventSource watch(Page page) {
        return EventSource.open(service(), page.element("[sse-connect]").attr("sse-connect"));
    }

    /** The next part, which has to have this name. Rows are none to a parser of whole pages. */
    private static Document part(EventSource live, String name) {
        EventSource.Event event = live.next();
        assertThat(event).isNotNull();
        assertThat(event.type()).isEqualTo(name);
        return Jsoup.parse(event.data(), "", Parser.xmlParser());
    }

    private static URI service() {
        return URI.create(RestAssured.baseURI + ':' + RestAssured.port);
    }
}
