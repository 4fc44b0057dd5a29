package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people come to the console for, from the first account to the file for the bookkeeper. */
@ExtendWith(InBrowser.class)
class WalkIT {

    private final Screen screen;
    private final Console console;

    WalkIT(Screen screen, Console console) {
        this.screen = screen;
        this.console = console;
    }

    @Test
    void balancesChangeBeforeTheEyesOfWhoeverLooks() {
        String alice = open("Alice", "1000");
        String bob = open("Bob", "250");
        String whereAliceIs = screen.openBeside("/console/accounts/" + alice);
        screen.see("#standing [data-field=balance]", "1,000.00 USD");
        screen.run("window.mark = 'never loaded again'");
        String whereBobIs = screen.openBeside("/console/accounts/" + bob);
        screen.see("#standing [data-field=balance]", "250.00 USD");
        screen.run("window.mark = 'never loaded again'");

        screen.openBeside("/console/transfers/new?from=" + alice + "&to=" + bob);
        screen.type("#amount", "100");
        screen.type("#reference", "half of the rent");
        screen.go("#new-transfer button");
        assertThat(screen.see("#preview-from").getText()).contains("will leave 900.00 USD");
        assertThat(screen.see("#preview-to").getText()).contains("will hold 350.00 USD");
        screen.show(whereAliceIs);
        assertThat(screen.texts("#chain tbody tr")).hasSize(1);
        screen.show(screen.last());
        screen.go("#confirm");
        screen.see("#side-from [data-field=balance]", "900.00 USD");
        screen.see("#side-to [data-field=balance]", "350.00 USD");

        screen.show(whereAliceIs);
        screen.see("#standing [data-field=balance]", "900.00 USD");
        screen.see("#chain [data-version='2'] [data-field=amount]", "-100.00 USD");
        assertThat(screen.run("return window.mark")).isEqualTo("never loaded again");
        screen.show(whereBobIs);
        screen.see("#standing [data-field=balance]", "350.00 USD");
        screen.see("#chain [data-version='2'] [data-field=amount]", "100.00 USD");
        assertThat(screen.run("return window.mark")).isEqualTo("never loaded again");

        screen.show(whereAliceIs);
        screen.see("#statement button").click();
        assertThat(screen.downloaded(".csv")).contains("half of the rent", "-10000", "90000");
    }

    @Test
    void whatIsRefusedIsToldBesideWhatWasTyped() throws Exception {
        String carol = console.account("Carol", 10_000).toString();
        String dave = console.account("Dave", 0).toString();
        screen.open("/console/transfers/new?from=" + carol + "&to=" + dave);
        screen.type("#amount", "100.01");
        screen.type("#reference", "too much");

        screen.go("#new-transfer button");

        assertThat(screen.see("#problem").getText())
                .contains("The balance is too small", "100.00 USD", "100.01 USD");
        assertThat(screen.focused().getDomAttribute("id")).isEqualTo("problem");
        assertThat(screen.value("#from")).isEqualTo(carol);
        assertThat(screen.value("#to")).isEqualTo(dave);
        assertThat(screen.value("#amount")).isEqualTo("100.01");
        assertThat(screen.value("#reference")).isEqualTo("too much");
        screen.type("#amount", "100");
        screen.go("#new-transfer button");
        screen.see("#preview-from [data-field=balance]", "0.00 USD");
    }

    @Test
    void whatIsNoAmountIsToldBesideTheAmount() throws Exception {
        String erika = console.account("Erika", 10_000).toString();
        screen.open("/console/transfers/new?from=" + erika);
        screen.type("#amount", "12.345");

        screen.go("#new-transfer button");

        assertThat(screen.see("#amount-error").getText()).contains("must be a number of USD");
        assertThat(screen.find("#amount").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(screen.find("#amount").getDomAttribute("aria-describedby"))
                .contains("amount-error");
        assertThat(screen.value("#amount")).isEqualTo("12.345");
    }

    /** Whoever looks at what will come of it may still think better of it. */
    @Test
    void whatWasCheckedCanBeChanged() throws Exception {
        String frank = console.account("Frank", 10_000).toString();
        screen.open("/console/transfers/new?from=" + frank);
        screen.type("#amount", "20");
        screen.go("#new-transfer button");
        screen.see("#preview-from [data-field=balance]", "80.00 USD");

        screen.go("#change");

        assertThat(screen.value("#amount")).isEqualTo("20");
        screen.type("#amount", "30");
        screen.go("#new-transfer button");
        screen.see("#preview-from [data-field=balance]", "70.00 USD");
        screen.go("#confirm");
        screen.see("#side-from [data-field=balance]", "70.00 USD");
    }

    /** Returns its id. */
    private String open(String name, String balance) {
        screen.open("/console/accounts/new");
        screen.type("#name", name);
        screen.type("#currency", "USD");
        screen.type("#balance", balance);
        screen.go("#new-account button");
        return screen.see(".id [data-field=id]").getText();
    }
}
