package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.api.RawHttp;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true whatever a page shows. */
@QuarkusTest
class AllPagesTest {

    private static final String HOSTILE = "\"><script>alert(1)</script>'&{7*7}";

    private final Browser browser = new Browser();

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
    void whatIsNoUrlIsAPageThatSaysSo() {
        RawHttp.Answer answer = raw("GET", "/console/accounts?after=%zz");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("Content-Type")).startsWith("text/html");
        assertThat(answer.headers().get("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.body()).contains("<h1>");
    }

    @Test
    void problemsOfEveryKindArePages() {
        browser.post("/console", Map.of()).expect(405);
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
                "/console;x/accounts",
                "/%63onsole/audit",
                "/console;x/audit",
                "/x/../console/audit",
                "/console/assets/..",
                "/console/transfers/..",
                "/console/transfers/../accounts",
                "/console/accounts/%6eew",
                "/console/accounts;x",
                "/console//accounts"
            })
    void noOtherSpellingLeadsAround(String path) {
        for (String method : List.of("GET", "POST")) {
            RawHttp.Answer answer = raw(method, path);

            assertThat(answer.status()).as(method + ' ' + path).isIn(404, 405);
            assertThat(answer.body())
                    .doesNotContain("Overview – Remit", "Accounts – Remit", "New account");
        }
    }

    private static RawHttp.Answer raw(String method, String path) {
        URI service = URI.create(RestAssured.baseURI + ':' + RestAssured.port);
        return new RawHttp(service).send(method, path, List.of("Accept", "text/html"), null);
    }
}
