package dev.remit.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page is for everybody: on a telephone and on a desk, in dark and in light, as axe-core
 * looks at it.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines</a>
 */
@ExtendWith(InBrowser.class)
class AccessibilityIT {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String LOOK =
            """
            const done = arguments[arguments.length - 1];
            axe.run({ runOnly: arguments[0] }).then(
              seen => done(seen.violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`))),
              problem => done([String(problem)]))
            """;

    private static final String TOO_WIDE =
            "return document.documentElement.scrollWidth > window.innerWidth";

    private final Screen screen;
    private final Console console;
    private final SoftAssertions seen = new SoftAssertions();
    private UUID kim;
    private UUID leo;

    AccessibilityIT(Screen screen, Console console) {
        this.screen = screen;
        this.console = console;
    }

    @BeforeEach
    void accounts() throws IOException {
        kim =
                console.open(
                        Map.of(
                                "name",
                                "Kim Kardamom-Überlänge, who has a name that goes on and on",
                                "balance",
                                123_456_789,
                                "metadata",
                                Map.of("customer", "a-word-without-an-end-".repeat(4))));
        leo = console.account("Leo", 0);
    }

    @Test
    void everyPage() throws IOException {
        UUID transfer = console.transfer(kim, leo, 9_900, "a reference of some length");
        UUID hold = console.hold(kim, leo, 5_000, "a deposit");
        UUID empty = console.account("Empty", 0);
        for (String path :
                List.of(
                        "/console",
                        "/console/accounts",
                        "/console/accounts?name=nobody+is+called+that",
                        "/console/accounts?min=many",
                        "/console/accounts/new",
                        "/console/accounts/" + kim,
                        "/console/accounts/" + empty,
                        "/console/transfers",
                        "/console/transfers?text=a+reference+of+some+length",
                        "/console/transfers?text=there+is+none",
                        "/console/transfers/new",
                        "/console/transfers/" + transfer,
                        "/console/transfers/" + hold,
                        "/console/feed",
                        "/console/audit",
                        "/console/sign-in",
                        "/console/nothing-is-here")) {
            screen.open(path);
            look(path);
        }
        seen.assertAll();
    }

    @Test
    void whatComesOfForms() throws IOException {
        screen.open("/console/transfers/new?from=" + kim + "&to=" + leo);
        screen.type("#amount", "12.345");
        screen.go("#new-transfer button");
        look("an amount that is none");
        screen.type("#amount", "9999999");
        screen.go("#new-transfer button");
        look("a transfer that is refused");
        screen.type("#amount", "12.34");
        screen.type("#reference", "checked before it is made");
        screen.go("#new-transfer button");
        look("a transfer to be confirmed");
        screen.open("/console/audit");
        screen.go("#audit-now button");
        screen.see("#audit [data-field=result]");
        look("an audit");
        seen.assertAll();
    }

    private void look(String page) throws IOException {
        screen.see("main h1");
        screen.run(axe());
        for (int width : List.of(Screen.WIDE, Screen.NARROW)) {
            screen.width(width);
            for (String scheme : List.of("light", "dark")) {
                screen.scheme(scheme);
                String as = "%s, %s, %d pixels wide".formatted(page, scheme, width);
                seen.assertThat((List<?>) screen.runToEnd(LOOK, RULES)).as(as).isEmpty();
                seen.assertThat(screen.run(TOO_WIDE)).as(as).isEqualTo(false);
            }
        }
        screen.width(Screen.WIDE);
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibilityIT.class.getResourceAsStream("/axe/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
