package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages show of the books. */
@QuarkusTest
class ConsoleTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>'&{7*7}";

    private final Browser browser = new Browser();

    @Test
    void theOverviewShowsWhatThereIs() {
        account(1);

        Page page = browser.open("/console").expect(200);

        JsonNode head = get("/ledger").expect(200);
        assertThat(page.text("[data-field=hash]")).isEqualTo(head.get("hash").textValue());
        assertThat(page.text("[data-field=sequence]").replace(",", ""))
                .isEqualTo(head.get("sequence").asText());
        assertThat(page.has("#totals [data-currency=USD] [data-field=total]")).isTrue();
        assertThat(page.text("[data-field=queue]")).isEqualTo("0");
        assertThat(page.element("[sse-connect]").attr("sse-connect")).isEqualTo("/console/live");
    }

    @Test
    void accountsAreFoundByNameCurrencyAndBalance() {
        String name = "found-" + UUID.randomUUID();
        String euro = open(name + " one", 150, "EUR");
        String other = open(name + " two", 5000, "EUR");

        Page all = browser.open("/console/accounts?name=" + name).expect(200);
        Page some = browser.open("/console/accounts?currency=eur&min=1.50&max=1.5&name=" + name);

        assertThat(all.document().select("#accounts [data-account]").eachAttr("data-account"))
                .containsExactlyInAnyOrder(euro, other);
        assertThat(some.element("#accounts [data-account]").attr("data-account")).isEqualTo(euro);
        assertThat(some.text("#accounts [data-field=balance]")).isEqualTo("1.50 EUR");
        assertThat(some.element("#name").attr("value")).isEqualTo(name);
        close(euro, other);
    }

    @Test
    void accountsComePageByPage() {
        List<String> opened =
                post(
                                "/accounts/batch",
                                Map.of(
                                        "accounts",
                                        java.util.stream.IntStream.range(0, 60)
                                                .mapToObj(i -> Map.of("name", "page & " + i))
                                                .toList()))
                        .expect(201)
                        .findValuesAsText("id");

        Page first = browser.open("/console/accounts?name=page%20%26").expect(200);
        Page second = browser.follow(first, "#next").expect(200);

        List<String> shown =
                new java.util.ArrayList<>(
                        first.document().select("[data-account]").eachAttr("data-account"));
        shown.addAll(second.document().select("[data-account]").eachAttr("data-account"));
        assertThat(shown).doesNotHaveDuplicates().containsAll(opened);
        assertThat(second.has("a[rel=first]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"min=5", "currency=EUR&min=abc", "currency=EUR&max=1.234", "after=x"})
    void whatCannotBeLookedForIsSaidAndKept(String query) {
        Page page = browser.open("/console/accounts?name=kept&" + query).expect(400);

        assertThat(page.text("#problem")).contains("must be");
        assertThat(page.element("#name").attr("value")).isEqualTo("kept");
    }

    @Test
    void anAccountShowsItsStandingItsChainAndItsPicture() {
        UUID alice = account(1000);
        UUID bob = account(0);
        JsonNode moved = transfer(alice, bob, 100).expect(201);
        post("/transfers", Map.of("from", alice, "to", bob, "amount", 25, "pending", true))
                .expect(201);

        Page page = browser.open("/console/accounts/" + alice).expect(200);

        assertThat(page.text("#standing [data-field=balance]")).isEqualTo("9.00 USD");
        assertThat(page.text("#standing [data-field=held]")).isEqualTo("0.25 USD");
        assertThat(page.text("#standing [data-field=available]")).isEqualTo("8.75 USD");
        assertThat(page.texts("#chain [data-field=balance]"))
                .containsExactly("9.00 USD", "10.00 USD");
        assertThat(page.texts("#chain [data-field=amount]"))
                .containsExactly("-1.00 USD", "10.00 USD");
        assertThat(
                        page.has(
                                "#chain a[href=/console/transfers/"
                                        + moved.get("id").textValue()
                                        + "]"))
                .isTrue();
        assertThat(page.document().select("#holds [data-hold]")).hasSize(1);
        assertThat(page.element("[data-chart]").attr("data-values")).isEqualTo("[10.00,9.00]");
        assertThat(page.element("#picture svg").attr("aria-label")).contains("at most 10.00 USD");
        assertThat(page.element("#picture path").attr("d")).matches("M4 4H636V[0-9.]+");
    }

    @Test
    void aChainComesPageByPage() {
        UUID alice = account(100);
        List<Map<String, Object>> many =
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> Map.<String, Object>of("from", alice, "amount", 1))
                        .toList();
        post("/transfers/batch", Map.of("atomic", true, "transfers", many)).expect(201);

        Page first = browser.open("/console/accounts/" + alice).expect(200);
        Page second = browser.follow(first, "#next").expect(200);

        assertThat(first.document().select("#chain tr").eachAttr("data-version")).hasSize(25);
        assertThat(second.document().select("#chain tr").eachAttr("data-version"))
                .containsExactly("6", "5", "4", "3", "2", "1");
        assertThat(first.has("#chain[sse-swap]")).isTrue();
        assertThat(second.has("#chain[sse-swap]")).isFalse();
    }

    @Test
    void ofAClosedAccountThereIsItsHistory() {
        UUID account = account(100);
        delete("/accounts/" + account + "?payout=true").expect(204);

        Page page = browser.open("/console/accounts/" + account).expect(200);

        assertThat(page.text("#standing")).contains("not open any more");
        assertThat(page.document().select("#chain [data-version]")).hasSize(2);
        assertThat(page.has("#transfer-from")).isFalse();
    }

    @Test
    void aStatementIsOfWholeDays() {
        UUID account = account(100);
        Page page = browser.open("/console/accounts/" + account);
        Map<String, String> day = Map.of("from", "2001-01-01", "to", "2999-12-31");

        Response file =
                browser.request()
                        .queryParams(day)
                        .queryParam("format", "csv")
                        .get(page.form("form#statement").attr("action"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("statement-" + account + ".csv");
        assertThat(file.asString())
                .contains("2001-01-01T00:00:00.000000Z", "3000-01-01T00:00:00.000000Z");
        for (String format : List.of("xml", "json")) {
            browser.request()
                    .get(
                            "/console/accounts/%s/statement?from=&to=&format=%s"
                                    .formatted(account, format))
                    .then()
                    .statusCode(200);
        }
        browser.open("/console/accounts/" + account + "/statement?from=yesterday&format=csv")
                .expect(400);
        browser.open("/console/accounts/" + account + "/statement?format=pdf").expect(400);
    }

    @Test
    void aTransferShowsBothSidesAndWhatBelongsToIt() {
        UUID alice = account(1000);
        UUID bob = account(250);
        Map<String, Object> wish = new HashMap<>(Map.of("from", alice, "to", bob, "amount", 100));
        wish.put("reference", "rent");
        wish.put("metadata", Map.of("invoice", "4711"));
        String moved = post("/transfers", wish).expect(201).get("id").textValue();
        String back = post("/transfers/" + moved + "/reverse").expect(201).get("id").textValue();

        Page page = browser.open("/console/transfers/" + moved).expect(200);

        assertThat(page.text("[data-field=amount]")).isEqualTo("1.00 USD");
        assertThat(page.text("#side-from [data-field=balance]")).isEqualTo("9.00 USD");
        assertThat(page.text("#side-to [data-field=balance]")).isEqualTo("3.50 USD");
        assertThat(page.text("[data-field=reference]")).isEqualTo("rent");
        assertThat(page.text("[data-metadata=invoice]")).isEqualTo("4711");
        assertThat(page.text("[data-field=actor]")).isEqualTo("nobody named");
        Page reversal = browser.follow(page, "[data-rel=reversal]").expect(200);
        assertThat(reversal.text("[data-field=id]")).isEqualTo(back);
        assertThat(browser.follow(reversal, "[data-rel=reverses]").text("[data-field=id]"))
                .isEqualTo(moved);
    }

    @Test
    void aHoldLeadsToWhatHasEndedItAndBack() {
        UUID alice = account(1000);
        String hold =
                post(
                                "/transfers",
                                Map.of(
                                        "from",
                                        alice,
                                        "to",
                                        account(0),
                                        "amount",
                                        5,
                                        "pending",
                                        true))
                        .expect(201)
                        .get("id")
                        .textValue();
        post("/transfers/" + hold + "/void").expect(201);

        Page page = browser.open("/console/transfers/" + hold).expect(200);

        assertThat(page.text("h1")).isEqualTo("Hold");
        assertThat(page.text("[data-field=state]")).isEqualTo("voided");
        Page end = browser.follow(page, "[data-rel=settled-by]").expect(200);
        assertThat(browser.follow(end, "[data-rel=hold]").text("[data-field=id]")).isEqualTo(hold);
    }

    @Test
    void transfersAreFoundByReferenceOrId() {
        UUID alice = account(1000);
        String reference = "ref & " + UUID.randomUUID();
        List<Map<String, Object>> many =
                java.util.stream.IntStream.range(0, 51)
                        .mapToObj(
                                i ->
                                        Map.<String, Object>of(
                                                "from", alice, "amount", 1, "reference", reference))
                        .toList();
        post("/transfers/batch", Map.of("atomic", true, "transfers", many)).expect(201);
        Page search = browser.open("/console/transfers").expect(200);

        Page first =
                browser.send(search.form("#search"), Map.of("text", reference), null).expect(200);
        Page second = browser.follow(first, "#next").expect(200);

        List<String> shown = first.document().select("[data-transfer]").eachAttr("data-transfer");
        assertThat(shown).hasSize(50);
        assertThat(second.element("[data-transfer]").attr("data-transfer")).isNotIn(shown);
        assertThat(browser.open("/console/transfers?text=" + shown.getFirst()).location())
                .isEqualTo("/console/transfers/" + shown.getFirst());
    }

    @Test
    void theFeedShowsTheLastEventsAndLeadsBack() {
        UUID alice = account(1000);
        List<Map<String, Object>> many =
                java.util.stream.IntStream.range(0, 120)
                        .mapToObj(i -> Map.<String, Object>of("from", alice, "amount", 1))
                        .toList();
        post("/transfers/batch", Map.of("atomic", true, "transfers", many)).expect(201);
        transfer(alice, account(0), 7).expect(201);
        long head = get("/ledger").expect(200).get("sequence").longValue();

        Page first = browser.open("/console/feed").expect(200);

        List<String> events = new java.util.ArrayList<>(events(first));
        assertThat(events).hasSize(50).contains(head + ".1");
        Page page = first;
        for (int i = 0; i < 3; i++) {
            page = browser.follow(page, "#next").expect(200);
            events.addAll(events(page));
        }
        assertThat(events).hasSize(200).doesNotHaveDuplicates();
        assertThat(events.stream().filter(id -> id.startsWith(head - 2 + "."))).hasSize(120);
        assertThat(page.has("[sse-connect]")).isFalse();
    }

    private static List<String> events(Page page) {
        return page.document().select("#events > tr").eachAttr("data-event");
    }

    @Test
    void nothingThatSomebodyWritesIsTakenForAPage() {
        JsonNode opened =
                post(
                                "/accounts",
                                Map.of(
                                        "balance",
                                        5,
                                        "name",
                                        HOSTILE,
                                        "metadata",
                                        Map.of(HOSTILE, HOSTILE)))
                        .expect(201);
        String account = opened.get("id").textValue();
        String transfer =
                post(
                                "/accounts/" + account + "/withdrawals",
                                Map.of(
                                        "amount",
                                        1,
                                        "reference",
                                        HOSTILE,
                                        "metadata",
                                        Map.of(HOSTILE, HOSTILE)))
                        .expect(201)
                        .get("id")
                        .textValue();

        for (String path :
                List.of(
                        "/console/accounts/" + account,
                        "/console/transfers/" + transfer,
                        "/console/feed",
                        "/console/accounts?name=%22%3E%3Cscript%3E",
                        "/console/transfers?text=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'%26%7B7*7%7D")) {
            Page page = browser.open(path).expect(200);
            assertThat(page.document().select("main script")).as(path).isEmpty();
            assertThat(page.response().asString()).as(path).contains("&lt;script&gt;");
        }
        assertThat(browser.open("/console/accounts/" + account).text("h1")).isEqualTo(HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/nothing",
                "/console/accounts/none",
                "/console/accounts/a11ce000-0000-4000-8000-000000000000",
                "/console/transfers/none",
                "/console/assets/none.js",
                "/console/accounts/a/b/c",
                "/console/%3Cscript%3E"
            })
    void whatIsNotThereIsAPageThatSaysSo(String path) {
        Page page = browser.open(path).expect(404);

        assertThat(page.text("#problem-detail")).isNotBlank();
        assertThat(page.response().asString()).doesNotContain("Exception", "dev.remit");
    }

    @Test
    void problemsOfEveryKindArePages() {
        browser.post("/console", Map.of()).expect(405);
        browser.open("/console/accounts/x?before=%zz").expect(400);
        browser.open("/console/accounts/" + account(1) + "?before=x").expect(400);
        browser.open("/console/feed?before=x").expect(400);
        assertThat(browser.post("/console/feed", Map.of()).response().header("Allow"))
                .isEqualTo("GET, HEAD");
    }

    /** The framework finds a page under more spellings than the console has looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%63onsole",
                "//console",
                "/console;x=1",
                "/x/../console",
                "/./console/accounts",
                "/console;x/accounts"
            })
    void noOtherSpellingLeadsAround(String path) {
        Response answer = given().urlEncodingEnabled(false).redirects().follow(false).get(path);

        assertThat(answer.statusCode()).as(path).isIn(404, 405);
        assertThat(answer.asString()).doesNotContain("Overview – Remit");
    }

    private static String open(String name, long balance, String currency) {
        return post("/accounts", Map.of("name", name, "balance", balance, "currency", currency))
                .expect(201)
                .get("id")
                .textValue();
    }

    private static void close(String... accounts) {
        for (String account : accounts) {
            delete("/accounts/" + account + "?payout=true").expect(204);
        }
    }
}
