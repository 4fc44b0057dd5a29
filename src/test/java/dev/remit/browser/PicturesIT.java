package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the pictures of the documentation, of a small ledger of their own. CONTRIBUTING.md says how
 * they get there.
 */
@ExtendWith(InBrowser.class)
class PicturesIT {

    private static final Path FOLDER = Path.of(System.getProperty("browser.pictures"));

    /** Nobody waits for a picture in a text. */
    private static final long MOST_BYTES = 200_000;

    private static final List<String> MONTHS =
            List.of("May", "June", "July", "August", "September", "October", "November");

    private static Console console;
    private static UUID bakery;
    private static UUID landlady;
    private static UUID grocer;
    private static UUID alice;

    private final Screen screen;

    PicturesIT(Screen screen) {
        this.screen = screen;
    }

    @BeforeAll
    static void live() throws IOException {
        console = Console.start("browser_pictures", Map.of());
        bakery = console.account("Acme Bakery", 50_000_000);
        landlady = console.account("Mrs Lindqvist", 0);
        grocer = console.account("Corner Grocer", 12_500);
        UUID bob = console.account("Bob", 140_000);
        liveFor(MONTHS, bob, 191_000);
        alice = console.account("Alice", 125_000);
        liveFor(MONTHS, alice, 204_000);
        console.transfer(alice, bob, 12_500, "half of the trip");
        console.hold(alice, landlady, 15_000, "deposit for the key");
    }

    private static void liveFor(List<String> months, UUID somebody, long salary)
            throws IOException {
        for (String month : months) {
            console.transfer(somebody, landlady, 78_000, "rent, " + month);
            console.transfer(somebody, grocer, 14_385 + month.length() * 331L, "groceries");
            console.transfer(somebody, grocer, 22_990 - month.length() * 417L, "groceries");
            console.transfer(somebody, grocer, 9_120, "birthday cake");
            console.transfer(bakery, somebody, salary, "salary, " + month);
            console.transfer(somebody, grocer, 17_640, "groceries");
        }
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void come() {
        screen.reset(console.url());
    }

    @Test
    void anAccount() throws IOException {
        screen.size(Screen.WIDE, 1120);
        screen.open("/console/accounts/" + alice);
        screen.see("#picture canvas");

        take("console.png");
    }

    @Test
    void anAccountInTheDarkOnATelephone() throws IOException {
        screen.scheme("dark");
        screen.size(Screen.NARROW, 780);
        screen.open("/console/accounts/" + alice);
        screen.see("#picture canvas");

        take("console-narrow.png");
    }

    @Test
    void theOverview() throws IOException {
        screen.scheme("dark");
        screen.size(Screen.WIDE, 900);
        screen.open("/console/audit");
        screen.go("#audit-now button");
        screen.see("#audit .good");
        screen.open("/console");
        screen.see("#figures .good");

        take("console-overview.png");
    }

    private void take(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        screen.picture(file);
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
}
