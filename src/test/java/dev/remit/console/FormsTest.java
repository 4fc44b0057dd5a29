package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.history;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done by forms, and that nothing is done twice, or in somebody else's name. */
@QuarkusTest
class FormsTest {

    private final Browser browser = new Browser();

    @Test
    void anAccountIsOpenedOnceHoweverOftenTheFormIsSent() {
        Page form = browser.open("/console/accounts/new").expect(200);
        Map<String, String> typed = Map.of("name", "Zoë", "balance", "12.5", "overdraft", "3");

        String first = browser.send(form.form("#new-account"), typed, null).location();
        String second = browser.send(form.form("#new-account"), typed, null).location();

        assertThat(second).isEqualTo(first);
        JsonNode account = get(first.substring("/console".length())).expect(200);
        assertThat(account.get("name").textValue()).isEqualTo("Zoë");
        assertThat(account.get("balance").longValue()).isEqualTo(1250);
        assertThat(account.get("overdraft").longValue()).isEqualTo(300);
        assertThat(account.get("version").longValue()).isEqualTo(1);
    }

    @Test
    void anAccountMayBeInACurrencyOfOnesOwn() {
        Page form = browser.open("/console/accounts/new");

        String path =
                browser.send(
                                form.form("#new-account"),
                                Map.of("currency", "points", "minorUnits", "1", "balance", "2.5"),
                                null)
                        .location();

        assertThat(browser.open(path).text("#standing [data-field=balance]"))
                .isEqualTo("2.5 POINTS");
        delete(path.substring("/console".length()) + "?payout=true").expect(204);
    }

    @ParameterizedTest
    @CsvSource({
        "balance,abc",
        "balance,-1",
        "balance,1.234",
        "balance,99999999999999999999",
        "overdraft,1e3",
        "currency,E",
        "minorUnits,19",
        "minorUnits,3"
    })
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsLost(String field, String value) {
        Page form = browser.open("/console/accounts/new");

        Page page =
                browser.send(
                                form.form("#new-account"),
                                Map.of("name", "Not yet", field, value),
                                null)
                        .expect(400);

        assertThat(page.text("#" + field + "-error")).isNotBlank();
        assertThat(page.element("#" + field).attr("aria-describedby")).startsWith(field + "-error");
        assertThat(page.element("#" + field).attr("value")).isEqualTo(value);
        assertThat(page.element("#name").attr("value")).isEqualTo("Not yet");
        assertThat(page.element("input[name=id]").attr("value"))
                .isEqualTo(form.element("input[name=id]").attr("value"));
    }

    @Test
    void aTransferIsShownFirstAndThenPostedOnceHoweverOftenItIsConfirmed() {
        UUID alice = account(100_000);
        UUID bob = account(25_000);
        Page form = browser.open("/console/transfers/new?from=" + alice).expect(200);
        assertThat(form.element("#from").attr("value")).isEqualTo(alice.toString());

        Page preview =
                browser.send(
                                form.form("#new-transfer"),
                                Map.of("to", bob.toString(), "amount", "100", "reference", "rent"),
                                "check")
                        .expect(200);

        assertThat(preview.text("#preview-from")).contains("will leave 900.00 USD");
        assertThat(preview.text("#preview-to")).contains("will hold 350.00 USD");
        assertThat(balance(alice)).isEqualTo(100_000);
        String first =
                browser.send(preview.form("#confirm-transfer"), Map.of(), "confirm").location();
        String second =
                browser.send(preview.form("#confirm-transfer"), Map.of(), "confirm").location();
        assertThat(second).isEqualTo(first);
        assertThat(balance(alice)).isEqualTo(90_000);
        assertThat(history(bob)).hasSize(2);
        assertThat(browser.open(first).text("[data-field=reference]")).isEqualTo("rent");
        // Whoever goes back and checks it again learns that it has been done.
        assertThat(
                        browser.send(
                                        preview.form("#confirm-transfer"),
                                        Map.of("amount", "100"),
                                        null)
                                .location())
                .isEqualTo(first);
    }

    @Test
    void whatWasToBeConfirmedCanBeChanged() {
        UUID alice = account(100);
        Page form = browser.open("/console/transfers/new?to=" + alice);
        Page preview =
                browser.send(
                        form.form("#new-transfer"),
                        Map.of("amount", "1", "reference", "a \"b\""),
                        "check");

        Page again =
                browser.send(preview.form("#confirm-transfer"), Map.of(), "change").expect(200);

        assertThat(again.element("#to").attr("value")).isEqualTo(alice.toString());
        assertThat(again.element("#amount").attr("value")).isEqualTo("1");
        assertThat(again.element("#reference").attr("value")).isEqualTo("a \"b\"");
        assertThat(balance(alice)).isEqualTo(100);
    }

    @Test
    void moneyComesIntoTheBooksAndLeavesThem() {
        UUID alice = account(100);

        confirm("to", alice, "2");
        confirm("from", alice, "0.5");

        assertThat(balance(alice)).isEqualTo(250);
    }

    @Test
    void aRejectedTransferIsSaidInUnitsThatPeopleUse() {
        UUID alice = account(100_000);
        Page form = browser.open("/console/transfers/new?from=" + alice);

        Page page =
                browser.send(form.form("#new-transfer"), Map.of("amount", "9999"), "check")
                        .expect(422);

        assertThat(page.text("#problem")).contains("The balance is too small");
        assertThat(page.text("#problem-amounts [data-field=balance]")).isEqualTo("1,000.00 USD");
        assertThat(page.element("#amount").attr("value")).isEqualTo("9999");
    }

    @ParameterizedTest
    @CsvSource({
        "'',1,400,from",
        "x,1,400,from",
        "a11ce000-0000-4000-8000-000000000000,1,422,",
        "ACCOUNT,0,400,amount",
        "ACCOUNT,,400,amount",
        "ACCOUNT,1.001,400,amount"
    })
    void whatIsNoTransferIsRefused(String from, String amount, int status, String field) {
        Page form = browser.open("/console/transfers/new");
        String source = from.equals("ACCOUNT") ? account(100).toString() : from;

        Page page =
                browser.send(
                                form.form("#new-transfer"),
                                Map.of("from", source, "amount", amount == null ? "" : amount),
                                "check")
                        .expect(status);

        assertThat(page.text("#problem-detail")).isNotBlank();
        if (field != null) {
            assertThat(page.text("#" + field + "-error")).isNotBlank();
        }
        assertThat(page.element("#from").attr("value")).isEqualTo(source);
    }

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

    private void confirm(String side, UUID account, String amount) {
        Page form = browser.open("/console/transfers/new?" + side + "=" + account);
        Page preview =
                browser.send(form.form("#new-transfer"), Map.of("amount", amount), "check")
                        .expect(200);
        browser.send(preview.form("#confirm-transfer"), Map.of(), "confirm").location();
    }

    private static String origin() {
        return RestAssured.baseURI + ':' + RestAssured.port;
    }
}
