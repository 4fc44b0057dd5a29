package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Path FOLDER = Path.of(System.getProperty("remit.pictures"));

    /** Nobody waits for a picture in a text. */
    private static final long MOST_BYTES = 200_000;

    private static Console console;
    private static UUID alice;

    private final Screen screen;

    PicturesIT(Screen screen) {
        this.screen = screen;
    }

    @BeforeAll
    static void live() throws IOException {
        console = Console.start("browser_pictures", Map.of());
        alice = console.account("Alice", 125_000);
        UUID bob = console.account("Bob", 40_000);
        UUID employer = console.account("Acme Bakery", 5_000_000);
        UUID landlady = console.account("Mrs Lindqvist", 0);
        UUID grocer = console.account("Corner Grocer", 12_500);
        console.transfer(alice, grocer, 4_385, "groceries");
        console.transfer(alice, bob, 2_250, "concert tickets");
        console.transfer(bob, grocer, 1_990, "groceries");
        console.transfer(alice, landlady, 78_000, "rent, November");
        console.transfer(alice, grocer, 3_120, "groceries");
        console.transfer(employer, alice, 214_000, "salary, November");
        console.transfer(employer, bob, 198_000, "salary, November");
        console.transfer(bob, alice, 3_000, "lunch, paid back");
        console.transfer(alice, grocer, 5_215, "groceries");
        console.transfer(alice, bob, 10_000, "half of the trip");
        console.transfer(alice, landlady, 78_000, "rent, December");
        console.hold(alice, landlady, 15_000, "deposit for the key");
        console.transfer(alice, grocer, 2_640, "groceries");
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
        screen.size(Screen.WIDE, 1000);
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
        screen.open("/console");
        screen.see("#totals");

        take("console-overview.png");
    }

    private void take(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        screen.picture(file);
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
}
