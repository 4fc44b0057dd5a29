package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What changes on a page while somebody looks at it. */
@QuarkusTest
class LiveTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Browser browser = new Browser();

    /** A part of a page, as it comes. */
    private record Part(String name, String id, Document content) {}

    /** Reads parts in the background, until it is closed. */
    private static final class Watch implements AutoCloseable {

        private final List<Part> parts = new CopyOnWriteArrayList<>();
        private final Stream<String> lines;
        private String name = "";
        private String id;
        private StringBuilder data = new StringBuilder();

        Watch(String path, String lastSeen) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(
                                    URI.create(RestAssured.baseURI + ':' + RestAssured.port + path))
                            .header("Accept", "text/event-stream");
            if (lastSeen != null) {
                request.header("Last-Event-ID", lastSeen);
            }
            HttpResponse<Stream<String>> answer =
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            lines = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                lines.forEach(this::line);
            } catch (java.io.UncheckedIOException e) {
                // It was closed.
            }
        }

        private void line(String line) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length());
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length());
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length())).append('\n');
            } else if (line.isEmpty() && !data.isEmpty()) {
                // Rows without a table are none to a parser of pages.
                parts.add(new Part(name, id, Jsoup.parse(data.toString(), "", Parser.xmlParser())));
                data = new StringBuilder();
                id = null;
            }
        }

        Part await(String name, String selector, String text) {
            Awaiting awaiting = new Awaiting(name, selector, text);
            org.awaitility.Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> parts.stream().anyMatch(awaiting::fits));
            return parts.stream().filter(awaiting::fits).findFirst().orElseThrow();
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    private record Awaiting(String name, String selector, String text) {

        boolean fits(Part part) {
            return part.name().equals(name)
                    && part.content().select(selector).eachText().contains(text);
        }
    }

    @Test
    void anAccountChangesAsMoneyMoves() throws Exception {
        UUID alice = account(100_000);
        UUID bob = account(25_000);
        Page page = browser.open("/console/accounts/" + alice);
        String path = page.element("[sse-connect]").attr("sse-connect");

        try (Watch watch = new Watch(path, null)) {
            transfer(alice, bob, 10_000).expect(201);

            Part standing = watch.await("standing", "[data-field=balance]", "900.00 USD");
            watch.await("chain", "[data-field=amount]", "-100.00 USD");
            watch.await("picture", "[data-chart] figcaption", figcaption(watch));
            assertThat(standing.id()).isEqualTo("2.0.0");
            // What had been seen was not sent again.
            assertThat(watch.parts).filteredOn(part -> part.name().equals("standing")).hasSize(1);
        }
    }

    private static String figcaption(Watch watch) {
        await().atMost(LONGEST)
                .until(() -> watch.parts.stream().anyMatch(part -> part.name().equals("picture")));
        return watch.parts.stream()
                .filter(part -> part.name().equals("picture"))
                .findFirst()
                .orElseThrow()
                .content()
                .select("figcaption")
                .text();
    }

    @Test
    void whatHasHappenedMeanwhileIsThereAtOnce() throws Exception {
        UUID alice = account(100);
        transfer(alice, account(0), 1).expect(201);

        try (Watch watch = new Watch("/console/accounts/" + alice + "/live?seen=9.9.9", "1.0.0")) {
            watch.await("standing", "[data-field=balance]", "0.99 USD");
        }
    }

    @Test
    void theFeedGrows() throws Exception {
        UUID alice = account(100);
        Page page = browser.open("/console/feed");
        String path = page.element("[sse-connect]").attr("sse-connect");

        try (Watch watch = new Watch(path, null)) {
            String sequence = transfer(alice, account(0), 1).expect(201).get("sequence").asText();

            watch.await("rows", "tr[data-event] > th", sequence + ".1");
        }
    }

    @Test
    void theOverviewIsOfNow() throws Exception {
        try (Watch watch = new Watch("/console/live", null)) {
            String hash =
                    transfer(account(1), account(0), 1).expect(201) == null
                            ? ""
                            : get("/ledger").expect(200).get("hash").textValue();

            watch.await("figures", "[data-field=hash]", hash);
        }
    }

    @Test
    void anAuditIsBegunAndShown() throws Exception {
        String before = browser.open("/console/audit").expect(200).text("#audit");

        try (Watch watch = new Watch("/console/audit/live", null)) {
            Page page = browser.open("/console/audit");
            assertThat(browser.send(page.form("#audit-now"), Map.of(), null).location())
                    .isEqualTo("/console/audit");

            await().atMost(LONGEST)
                    .until(
                            () ->
                                    watch.parts.stream()
                                            .anyMatch(
                                                    part ->
                                                            part.content()
                                                                            .text()
                                                                            .contains(
                                                                                    "The books are")
                                                                    && !part.content()
                                                                            .text()
                                                                            .equals(before)));
        }
        await().atMost(LONGEST)
                .until(
                        () ->
                                browser.open("/console")
                                        .text("[data-field=last-audit]")
                                        .contains("as of"));
    }
}
