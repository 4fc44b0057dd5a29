package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is longer than a page is read page by page, with scripts and without. */
@ExtendWith(InBrowser.class)
class PagesIT {

    /** So many are on a page. */
    private static final int ACCOUNTS = 50;

    private static final int POSTINGS = 25;

    private final Screen screen;
    private final Console console;

    PagesIT(Screen screen, Console console) {
        this.screen = screen;
        this.console = console;
    }

    @Test
    void accounts() throws Exception {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 2 * ACCOUNTS + 1; i++) {
            opened.add(console.account("of many " + i, 0).toString());
        }
        screen.open("/console/accounts?name=of+many");

        List<String> first = screen.texts("#accounts code");
        assertThat(first).hasSize(ACCOUNTS);
        screen.go("#next");
        List<String> second = screen.texts("#accounts code");
        screen.go("#next");
        List<String> third = screen.texts("#accounts code");

        assertThat(screen.all("#next")).isEmpty();
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all).containsExactlyInAnyOrderElementsOf(opened).isSorted();
    }

    /** Found while it is typed, and the page that it is on can be sent to somebody else. */
    @Test
    void whatIsTypedIsFoundWithoutAClick() throws Exception {
        String wanted = console.account("Zacharias", 0).toString();
        console.account("Zachary", 0);
        screen.open("/console/accounts");

        screen.type("#name", "Zachari");

        screen.see("#accounts tbody tr:only-child code", wanted);
        assertThat(screen.path()).contains("name=Zachari");
        assertThat(screen.focused().getDomAttribute("id")).isEqualTo("name");
    }

    @Test
    void postings() throws Exception {
        UUID account = history(POSTINGS + 2);
        screen.open("/console/accounts/" + account);

        assertThat(screen.texts("#chain tbody th")).hasSize(POSTINGS).startsWith("28", "27");
        screen.go("#next");
        assertThat(screen.texts("#chain tbody th")).containsExactly("3", "2", "1");
        assertThat(screen.all("#next")).isEmpty();
        screen.go("#chain [rel=first]");
        assertThat(screen.texts("#chain tbody th")).hasSize(POSTINGS);
    }

    @Test
    void withoutAnyScript() throws Exception {
        screen.scripts(false);
        UUID account = history(POSTINGS + 2);

        screen.open("/console/accounts/" + account);

        assertThat(screen.see("#picture svg path").isDisplayed()).isTrue();
        screen.go("#next");
        assertThat(screen.texts("#chain tbody th")).containsExactly("3", "2", "1");
    }

    @Test
    void aTransferWithoutAnyScript() throws Exception {
        screen.scripts(false);
        screen.open("/console/accounts/new");
        screen.type("#name", "No script");
        screen.type("#currency", "USD");
        screen.type("#balance", "10");
        screen.go("#new-account button");
        screen.see("#standing [data-field=balance]", "10.00 USD");
        screen.go("#transfer-from");
        screen.type("#amount", "20");
        screen.go("#new-transfer button");
        screen.see("#problem");
        screen.type("#amount", "4");
        screen.go("#new-transfer button");
        screen.see("#preview-from [data-field=balance]", "6.00 USD");
        screen.go("#confirm");
        screen.see("#side-from [data-field=balance]", "6.00 USD");
        screen.go("#side-from a");
        screen.see("#standing [data-field=balance]", "6.00 USD");
    }

    /** An account with an opening deposit, and so many transfers after it. */
    private UUID history(int transfers) throws Exception {
        UUID from = console.account("Busy", 100_000);
        UUID to = console.account("Quiet", 0);
        for (int i = 0; i < transfers; i++) {
            console.transfer(from, to, 100, "number " + i);
        }
        return from;
    }
}
