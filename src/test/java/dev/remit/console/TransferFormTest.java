package dev.remit.console;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.balance;
import static dev.remit.RemitApi.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money is moved by a form: first it is shown what would come of it. */
@QuarkusTest
class TransferFormTest {

    private final Browser browser = new Browser();

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

    private void confirm(String side, UUID account, String amount) {
        Page form = browser.open("/console/transfers/new?" + side + "=" + account);
        Page preview =
                browser.send(form.form("#new-transfer"), Map.of("amount", amount), "check")
                        .expect(200);
        browser.send(preview.form("#confirm-transfer"), Map.of(), "confirm").location();
    }
}
