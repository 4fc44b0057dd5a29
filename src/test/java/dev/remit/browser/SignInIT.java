package dev.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.api.access.Issuer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where nobody gets in without a token, the console asks for one. */
@ExtendWith(InBrowser.class)
class SignInIT {

    private static final Issuer ISSUER = new Issuer();

    private static Console guarded;

    private final Screen screen;

    SignInIT(Screen screen) {
        this.screen = screen;
    }

    @BeforeAll
    static void start() throws IOException {
        guarded =
                Console.start(
                        "browser_sign_in",
                        Map.of("REMIT_AUTH", "jwt", "MP_JWT_VERIFY_PUBLICKEY", ISSUER.publicKey()));
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @BeforeEach
    void come() {
        screen.reset(guarded.url());
    }

    @Test
    void whoeverSignsInComesToWhereTheyWantedToGo() {
        screen.open("/console/accounts?name=Mallory");

        screen.type("#token", ISSUER.token("mallory", "accounts:read accounts:write"));
        screen.go("#sign-in button");

        assertThat(screen.path()).isEqualTo("/console/accounts?name=Mallory");
        screen.see("[data-field=visitor]", "mallory");
        screen.go("#sign-out");
        screen.open("/console");
        screen.see("#sign-in");
    }

    @Test
    void whatATokenDoesNotAllowIsNotOffered() {
        screen.open("/console");
        screen.type("#token", ISSUER.token("nina", "accounts:read"));

        screen.go("#sign-in button");

        screen.see("[data-field=visitor]", "nina");
        assertThat(screen.texts("main .button")).isEmpty();
        screen.open("/console/feed");
        assertThat(screen.see("main").getText()).contains("ledger:audit");
    }

    @Test
    void aWrongTokenIsToldBesideTheField() {
        screen.open("/console");
        screen.type("#token", "of my own making");

        screen.go("#sign-in button");

        screen.see("#problem");
        screen.see("#token");
    }

    @Test
    void itTakesNoScript() {
        screen.scripts(false);
        screen.open("/console");
        screen.type("#token", ISSUER.token("olivia", "accounts:read"));

        screen.go("#sign-in button");

        screen.see("[data-field=visitor]", "olivia");
    }
}
