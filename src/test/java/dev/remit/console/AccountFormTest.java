package dev.remit.console;

import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account is opened by a form, once. */
@QuarkusTest
class AccountFormTest {

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
}
