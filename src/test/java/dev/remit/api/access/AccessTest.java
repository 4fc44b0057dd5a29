package dev.remit.api.access;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.EventSource;
import dev.remit.RemitApi.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets in without a token, and with one only to what it is for. */
@QuarkusTest
@TestProfile(OnlyWithToken.class)
class AccessTest {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final String STREAM = "text/event-stream";

    @TestHTTPResource URI service;
    Issuer issuer;

    @Test
    void everyOperationWantsTheScopeThatTheDocumentSays() {
        Map<String, String> operations = operations();

        assertThat(operations).hasSizeGreaterThanOrEqualTo(12);
        operations.forEach(
                (operation, scope) -> {
                    call(operation, null).expectProblem(401, "unauthorized");
                    call(operation, issuer.token("ann", allBut(scope)))
                            .expectProblem(403, "forbidden");
                    assertThat(call(operation, issuer.token("ann", scope)).response().statusCode())
                            .as(operation)
                            .isNotIn(401, 403);
                });
    }

    @Test
    void whoBringsNoTokenIsToldToBringOne() {
        Answer answer = call("GET /ledger", null);

        assertThat(answer.expectProblem(401, "unauthorized").get("detail").textValue())
                .contains("bearer token");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"remit\", scope=\"ledger:audit\"");
    }

    @Test
    void whoMayNotIsToldWhatIsMissing() {
        Answer answer = call("GET /ledger", issuer.token("ann", "accounts:read"));

        assertThat(answer.expectProblem(403, "forbidden").get("scope").textValue())
                .isEqualTo("ledger:audit");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo(
                        "Bearer realm=\"remit\", error=\"insufficient_scope\", scope=\"ledger:audit\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YW5uOnNlY3JldA==", "Bearer", "Bearer ", "Token abc", ""})
    void anythingButABearerTokenIsNone(String header) {
        Answer answer = new Answer(given().header("Authorization", header).get("/ledger"));

        answer.expectProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).doesNotContain("error");
    }

    @Test
    void theSchemeMayBeWrittenInAnyCase() {
        given().header("Authorization", "bEARER " + issuer.token("ann", "ledger:audit"))
                .get("/ledger")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        assertInvalid(new Issuer().token("ann", "ledger:audit"), "not signed with a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "..", "é", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ."})
    void whatIsNoTokenIsRefused(String token) {
        assertInvalid(token, "not one that this service takes");
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        String[] parts = issuer.token("ann", "accounts:read").split("\\.");
        String other = issuer.token("ann", "ledger:audit").split("\\.")[1];

        assertInvalid(parts[0] + '.' + other + '.' + parts[2], "not signed with a key");
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        JwtClaims claims = claims("ann");
        claims.setExpirationTime(Issuer.ago(Duration.ofMinutes(5)));

        assertInvalid(issuer.sign(claims), "has expired");
    }

    /** The last second of the year 9999, and what becomes of milliseconds. */
    @ParameterizedTest
    @ValueSource(longs = {253_402_300_799L, 1_764_000_000_000L, Long.MAX_VALUE})
    void aTokenMayHaveNoEndToSpeakOf(long end) {
        JwtClaims claims = claims("ann");
        claims.setExpirationTime(NumericDate.fromSeconds(end));

        call("GET /ledger", issuer.sign(claims)).expect(200);
    }

    @Test
    void aStreamWantsATokenAndEndsWithIt() {
        given().accept(STREAM).get("/events").then().statusCode(401);
        given().accept(STREAM)
                .auth()
                .oauth2(issuer.token("ann", allBut("ledger:audit")))
                .get("/events")
                .then()
                .statusCode(403);

        try (EventSource stream = streamThatEndsSoon()) {
            assertThat(stream.rest()).isEmpty();
            assertThat(stream.comments()).last().isEqualTo("the token has expired");
        }
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        JwtClaims claims = claims("ann");
        claims.unsetClaim("exp");

        assertInvalid(issuer.sign(claims), "not one that this service takes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an\nn", "a\u0000b"})
    void whoeverIsToBeRecordedNeedsAName(String subject) {
        JwtClaims claims = claims(subject);
        claims.setClaim("upn", "ann");

        assertInvalid(issuer.sign(claims), "needs a sub");
    }

    @Test
    void aNameIsNoNovel() {
        assertInvalid(issuer.sign(claims("n".repeat(256))), "needs a sub");
        given().auth()
                .oauth2(issuer.sign(claims("n".repeat(255))))
                .get("/ledger")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"scope", "scp", "groups"})
    void scopesMayBeWhereDifferentIssuersPutThem(String claim) {
        JwtClaims claims = Issuer.claims("ann");
        claims.setClaim(claim, List.of("openid", "ledger:audit"));
        call("GET /ledger", issuer.sign(claims)).expect(200);

        claims.setClaim(claim, "openid ledger:audit");
        call("GET /ledger", issuer.sign(claims)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ledger", "ledger:audits", "LEDGER:AUDIT", "ledger:audit,openid"})
    void almostAScopeIsNone(String scopes) {
        call("GET /ledger", issuer.token("ann", scopes)).expectProblem(403, "forbidden");
    }

    /** The framework finds a resource in more ways than one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61ccounts",
                "//accounts",
                "/./accounts",
                "/accounts;x=1",
                "/x/../accounts",
                "/ledger/",
                "//ledger",
                "/ledger;x",
                "/%6cedger",
                "/accounts/../ledger",
                "/accounts;/summary",
                "/accounts//summary",
                "/accounts/summary/"
            })
    void noWayToWriteAPathLeadsAround(String path) {
        Answer answer = new Answer(given().urlEncodingEnabled(false).get(path));

        assertThat(answer.response().statusCode()).as(path).isIn(401, 404, 405);
        assertThat(answer.response().asString()).doesNotContain("items", "sequence", "total");
    }

    /** It says nothing but where everything is. */
    @Test
    void theIndexNeedsNoToken() {
        given().accept(ContentType.JSON).get("/").then().statusCode(200);
        assertThat(document().get("/").get("get").get("security")).isEmpty();
    }

    @Test
    void whatIsNoneOfTheApisNeedsNoToken() {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics")) {
            given().get(path).then().statusCode(200);
        }
        new Answer(given().get("/nothing")).expectProblem(404, "not-found");
    }

    /** Nobody makes the service read 8 MiB who may not. */
    @Test
    void theTokenIsLookedAtBeforeTheBody() {
        new Answer(
                        given().contentType(ContentType.JSON)
                                .body("[".repeat(100_000))
                                .post("/accounts/batch"))
                .expectProblem(401, "unauthorized");
    }

    /** However slow the machine is, at last the token does not end before the stream begins. */
    private EventSource streamThatEndsSoon() {
        for (Duration life = Duration.ofSeconds(2); ; life = life.multipliedBy(2)) {
            JwtClaims claims = claims("ann");
            claims.setExpirationTime(Issuer.ago(life.negated()));
            try {
                return EventSource.openWith(issuer.sign(claims), service, "/events?after=now");
            } catch (AssertionError refused) {
                assertThat(life).isLessThan(Duration.ofMinutes(1));
            }
        }
    }

    private void assertInvalid(String token, String why) {
        Answer answer = call("GET /ledger", token);

        assertThat(answer.expectProblem(401, "unauthorized").get("detail").textValue())
                .contains(why);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"remit\", error=\"invalid_token\", error_description=\"")
                .contains(why);
        assertThat(answer.response().asString()).doesNotContain(token);
    }

    private static JwtClaims claims(String subject) {
        JwtClaims claims = Issuer.claims(subject);
        claims.setClaim("scope", "ledger:audit");
        return claims;
    }

    /** On something that is not there, with a body that says nothing. */
    private static Answer call(String operation, String token) {
        String[] parts = operation.split(" ");
        var request = given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (parts[0].equals("POST")) {
            request.contentType(ContentType.JSON).body("{}");
        }
        return new Answer(
                request.request(parts[0], parts[1].replace("{id}", UUID.randomUUID().toString())));
    }

    private static String allBut(String scope) {
        return Arrays.stream(Scope.values())
                .map(Scope::text)
                .filter(each -> !each.equals(scope))
                .collect(Collectors.joining(" "));
    }

    /** What the document says: by "METHOD path", the scope. */
    private static Map<String, String> operations() {
        JsonNode paths = document();
        Map<String, String> operations = new TreeMap<>();
        for (String path : fields(paths)) {
            for (String method : fields(paths.get(path))) {
                if (METHODS.contains(method) && !path.equals("/")) {
                    JsonNode security = paths.get(path).get(method).get("security");
                    assertThat(security).as(method + " " + path).hasSize(1);
                    assertThat(security.get(0).get("token")).as(method + " " + path).hasSize(1);
                    operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path,
                            security.get(0).get("token").get(0).textValue());
                }
            }
        }
        return operations;
    }

    private static JsonNode document() {
        return json(given().accept("application/json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asString())
                .get("paths");
    }
}
