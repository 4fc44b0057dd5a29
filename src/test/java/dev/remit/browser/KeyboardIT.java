package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Nobody needs a mouse. */
@ExtendWith(InBrowser.class)
class KeyboardIT {

    /** More than there is on any page: nobody is caught in a circle. */
    private static final int MOST_STEPS = 400;

    /** Marks what has the focus, and says whether it has come to its end. */
    private static final String MARK_FOCUSED =
            """
            if (document.activeElement !== document.body) {
              document.activeElement.dataset.reached = '';
            }
            return document.activeElement === document.body
            """;

    private static final String NOT_REACHED =
            """
            return [...document.querySelectorAll('a[href], button, input, select, [tabindex="0"]')]
              .filter(it => it.type !== 'hidden' && it.getClientRects().length > 0)
              .filter(it => it.dataset.reached === undefined)
              .map(it => it.outerHTML)
            """;

    private final Screen screen;
    private final Console console;

    KeyboardIT(Screen screen, Console console) {
        this.screen = screen;
        this.console = console;
    }

    @Test
    void theContentIsOneKeyAway() {
        screen.open("/console");

        screen.press(Keys.TAB);
        assertThat(screen.focused().getText()).isEqualTo("Skip to the content");
        assertThat(screen.focused().getRect().getX()).isNotNegative();
        screen.press(Keys.ENTER);
        screen.press(Keys.TAB);

        assertThat(screen.run("return document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @Test
    void everythingIsReached() throws Exception {
        UUID grace = console.account("Grace", 10_000);
        UUID heidi = console.account("Heidi", 0);
        UUID transfer = console.transfer(grace, heidi, 100, "keys");
        for (String page :
                List.of(
                        "/console",
                        "/console/accounts",
                        "/console/accounts/new",
                        "/console/accounts/" + grace,
                        "/console/transfers?text=keys",
                        "/console/transfers/new",
                        "/console/transfers/" + transfer,
                        "/console/feed",
                        "/console/audit")) {
            screen.open(page);
            int steps = 0;
            do {
                screen.press(Keys.TAB);
                assertThat(steps++).as("steps through " + page).isLessThan(MOST_STEPS);
            } while (!(boolean) screen.run(MARK_FOCUSED));

            assertThat((List<?>) screen.run(NOT_REACHED)).as(page).isEmpty();
        }
    }

    @Test
    void aTransferByKeysAlone() throws Exception {
        UUID ivan = console.account("Ivan", 10_000);
        UUID judy = console.account("Judy", 0);
        screen.open("/console");

        screen.tabTo("main a[href='/console/transfers/new']");
        screen.leave(() -> screen.press(Keys.ENTER));
        screen.tabTo("#from");
        screen.press(ivan.toString(), Keys.TAB);
        screen.press(judy.toString(), Keys.TAB);
        screen.press("25", Keys.TAB);
        screen.press("by keys");
        screen.leave(() -> screen.press(Keys.ENTER));
        screen.see("#preview-from [data-field=balance]", "75.00 USD");
        screen.tabTo("#confirm");
        screen.leave(() -> screen.press(Keys.SPACE));

        screen.see("#side-from [data-field=balance]", "75.00 USD");
        screen.see("#side-to [data-field=balance]", "25.00 USD");
    }
}
