package dev.remit.console;

import static dev.remit.api.access.Scope.LEDGER_AUDIT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi.Answer;
import dev.remit.api.access.Issuer;
import dev.remit.api.access.OnlyWithToken;
import dev.remit.api.access.Scope;
import dev.remit.console.Browser.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees more with a browser than with their token. */
@QuarkusTest
@TestProfile(OnlyWithToken.class)
class SignInTest {

    private static final String ALL = scopes(null);

    Issuer issuer;

    @Test
    void whoComesWithoutATokenIsAskedForOneAndThenGoesWhereTheyWantedTo() {
        Browser browser = new Browser();
        Page asked = browser.open("/console/accounts?name=a%26b").expect(401);

        Page answer =
                browser.send(
                        asked.form("#sign-in"), Map.of("token", issuer.token("ann", ALL)), null);

        assertThat(answer.response().header("Location")).endsWith("/console/accounts?name=a%26b");
        Cookie cookie = answer.response().detailedCookie(Session.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/console");
        assertThat(cookie.hasMaxAge()).isFalse();
        Page page = Browser.with(cookie.getValue()).open("/console").expect(200);
        assertThat(page.text("[data-field=visitor]")).isEqualTo("ann");
    }

    @Test
    void whoSignsOutIsSignedOut() {
        Browser browser = Browser.with(issuer.token("ann", ALL));
        Page page = browser.open("/console").expect(200);

        Page answer = browser.send(page.form("form.session"), Map.of(), null);

        assertThat(answer.location()).isEqualTo("/console/sign-in");
        Cookie cookie = answer.response().detailedCookie(Session.COOKIE);
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getPath()).isEqualTo("/console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b.c", "a;b=c", "\u00e9"})
    void whatIsNoTokenIsRefusedAndNotKept(String token) {
        Browser browser = new Browser();
        Page form = browser.open("/console/sign-in").expect(200);

        Page page = browser.send(form.form("#sign-in"), Map.of("token", token), null).expect(401);

        assertThat(page.text("#problem-detail")).isNotBlank();
        assertThat(page.response().cookies()).isEmpty();
    }

    @Test
    void aTokenThatNoBrowserKeepsIsRefused() {
        Browser browser = new Browser();
        Page form = browser.open("/console/sign-in");

        Page page =
                browser.send(
                                form.form("#sign-in"),
                                Map.of("token", issuer.token("n".repeat(4000), ALL)),
                                null)
                        .expect(401);

        assertThat(page.text("#problem-detail")).contains("4000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/accounts", "/consoles", "x", ""})
    void nobodyIsSentElsewhere(String to) {
        Page answer =
                new Browser()
                        .post(
                                "/console/sign-in",
                                Map.of("token", issuer.token("ann", ALL), "to", to));

        assertThat(answer.location()).isEqualTo("/console");
    }

    @Test
    void everyPageWantsItsScope() {
        for (ConsoleRoutes.Route route : ConsoleRoutes.ROUTES) {
            if (route.scope() == null) {
                continue;
            }
            String path = route.path().pattern().replace("[^/]+", UUID.randomUUID().toString());
            Browser without = Browser.with(issuer.token("ann", scopes(route.scope())));
            for (String method : route.methods()) {
                if (method.equals("HEAD")) {
                    continue;
                }
                boolean isRead = method.equals("GET");
                Page refused = isRead ? without.open(path) : without.post(path, Map.of());
                assertThat(refused.expect(403).text("#problem-detail"))
                        .contains(route.scope().text());
                Browser nobody = new Browser();
                Page asked = isRead ? nobody.open(path) : nobody.post(path, Map.of());
                assertThat(asked.expect(401).has("#sign-in")).isTrue();
            }
        }
    }

    @Test
    void whatIsNotForThemIsNotOnThePage() {
        Browser reader = Browser.with(issuer.token("ann", "accounts:read"));
        String account =
                new Answer(
                                given().auth()
                                        .oauth2(issuer.token("bob", ALL))
                                        .contentType("application/json")
                                        .body("{\"balance\":5}")
                                        .post("/accounts"))
                        .expect(201)
                        .get("id")
                        .textValue();

        Page overview = reader.open("/console").expect(200);
        Page page = reader.open("/console/accounts/" + account).expect(200);

        assertThat(overview.has("[data-field=hash]")).isFalse();
        assertThat(overview.has("[data-field=last-audit]")).isFalse();
        assertThat(page.text("#standing [data-field=balance]")).isEqualTo("0.05 USD");
        assertThat(page.has("#chain")).isFalse();
        assertThat(page.has("#picture")).isFalse();
        assertThat(page.has("a[href^=/console/transfers/new]")).isFalse();
    }

    @Test
    void whoHasAskedForATransferIsNamed() {
        Browser browser = Browser.with(issuer.token("teller-7", ALL));
        Page form = browser.open("/console/accounts/new");
        String account =
                browser.send(form.form("#new-account"), Map.of("balance", "1"), null).location();

        Page transfer =
                browser.follow(browser.open(account), "#chain a[href^=/console/transfers/]");

        assertThat(transfer.text("[data-field=actor]")).isEqualTo("teller-7");
        Browser other = Browser.with(issuer.token("ann", scopes(LEDGER_AUDIT)));
        assertThat(
                        other.open("/console/transfers/" + transfer.text("[data-field=id]"))
                                .expect(200)
                                .has("[data-field=actor]"))
                .isFalse();
    }

    /** Otherwise any page could have the API do something in the name of whoever is signed in. */
    @Test
    void theApiKnowsNoSessions() {
        Response answer = given().cookie(Session.COOKIE, issuer.token("ann", ALL)).get("/accounts");

        new Answer(answer).expectProblem(401, "unauthorized");
    }

    @Test
    void pagesKnowNothingButSessions() {
        Browser.look(
                        given().accept("text/html")
                                .header("Authorization", "Bearer " + issuer.token("ann", ALL))
                                .get("/console"))
                .expect(401);
    }

    @Test
    void aSessionEndsWithItsToken() {
        Page page = Browser.with(new Issuer().token("ann", ALL)).open("/console").expect(401);

        assertThat(page.text("#problem-detail")).contains("not signed with a key");
    }

    @Test
    void whatPagesLoadNeedsNoToken() {
        String address = new Browser().open("/console").element("link[rel=icon]").attr("href");

        given().get(address).then().statusCode(200);
    }

    private static String scopes(Scope without) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != without)
                .map(Scope::text)
                .collect(Collectors.joining(" "));
    }
}
