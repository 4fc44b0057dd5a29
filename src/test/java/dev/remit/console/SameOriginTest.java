package dev.remit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is done in the name of whoever looks at another site. */
@QuarkusTest
class SameOriginTest {

    private final Browser browser = new Browser();

    @Test
    void aFormThatMakesNoSenseIsRefused() {
        browser.post("/console/transfers/new", Map.of("step", "confirm")).expect(400);
        browser.post("/console/accounts/new", Map.of("name", "x")).expect(400);
        Browser.look(
                browser.request()
                        .header("Origin", origin())
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/console/accounts/new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "", "http://localhost:1", "nonsense{"})
    void aFormOfAnotherSiteIsRefused(String origin) {
        Response answer = sent(Map.of("Origin", origin));

        assertThat(Browser.look(answer).expect(403).text("#problem-detail"))
                .contains("not sent from a page of this service");
    }

    @Test
    void whoDoesNotSayWhereAFormIsFromIsRefused() {
        Browser.look(sent(Map.of())).expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void whatTheBrowserSaysOfTheSiteCounts(String site) {
        Browser.look(sent(Map.of("Sec-Fetch-Site", site, "Origin", origin()))).expect(403);
    }

    @Test
    void behindAProxyTheBrowserKnowsBetter() {
        Response answer =
                sent(Map.of("Sec-Fetch-Site", "same-origin", "Origin", "https://ledger.example"));

        assertThat(Browser.look(answer).location()).isEqualTo("/console/audit");
    }

    /** Something that anybody may do, and that needs nothing else. */
    private Response sent(Map<String, String> headers) {
        return browser.request()
                .headers(headers)
                .contentType(ContentType.URLENC)
                .body("a=b")
                .post("/console/audit");
    }

    private static String origin() {
        return RestAssured.baseURI + ':' + RestAssured.port;
    }
}
