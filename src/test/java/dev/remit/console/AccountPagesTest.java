package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are found, and each shows how it has come to hold what it holds. */
@QuarkusTest
class AccountPagesTest {

    private final Browser browser = new Browser();

    @Test
    void accountsAreFoundByNameCurrencyAndBalance() {
        String name = "found-" + UUID.randomUUID();
        String euro = open(name + " one", 150, "EUR");
        String other = open(name + " two", 5000, "EUR");

        List<Page> all = toTheEnd("/console/accounts?name=" + name);
        List<Page> some = toTheEnd("/console/accounts?currency=eur&min=1.50&max=1.5&name=" + name);

        assertThat(accounts(all)).containsExactlyInAnyOrder(euro, other);
        assertThat(accounts(some)).containsExactly(euro);
        Page found = some.stream().filter(page -> page.has("[data-account]")).findAny().get();
        assertThat(found.text("#accounts [data-field=balance]")).isEqualTo("1.50 EUR");
        assertThat(found.element("#name").attr("value")).isEqualTo(name);
        close(euro, other);
    }

    @Test
    void accountsComePageByPage() {
        List<String> opened =
                post(
                                "/accounts/batch",
                                Map.of(
                                        "accounts",
                                        IntStream.range(0, 60)
                                                .mapToObj(i -> Map.of("name", "page & " + i))
                                                .toList()))
                        .expect(201)
                        .findValuesAsText("id");

        List<Page> pages = toTheEnd("/console/accounts?name=page%20%26");

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(accounts(pages)).doesNotHaveDuplicates().containsAll(opened);
        assertThat(pages.getFirst().has("a[rel=first]")).isFalse();
        assertThat(pages.getLast().has("a[rel=first]")).isTrue();
    }

    /** There may be so many accounts that a page is short, or has none, and yet not the last. */
    private List<Page> toTheEnd(String path) {
        List<Page> pages = new ArrayList<>();
        pages.add(browser.open(path).expect(200));
        while (pages.getLast().has("#next")) {
            pages.add(browser.follow(pages.getLast(), "#next").expect(200));
        }
        return pages;
    }

    private static List<String> accounts(List<Page> pages) {
        return pages.stream()
                .flatMap(
                        page ->
                                page
                                        .document()
                                        .select("#accounts [data-account]")
                                        .eachAttr("data-account")
                                        .stream())
                .toList();
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
                IntStream.range(0, 30)
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
        assertThat(file.asString()).contains("2001-01-01T00:00:00Z", "3000-01-01T00:00:00Z");
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
