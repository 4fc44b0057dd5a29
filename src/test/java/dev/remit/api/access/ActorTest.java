package dev.remit.api.access;

import static dev.remit.RemitApi.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.audit.AuditProgress;
import dev.remit.audit.AuditResult;
import dev.remit.audit.Auditor;
import dev.remit.bank.OwnDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever asks for something is named in the history, beside what they asked for. */
@QuarkusTest
@TestProfile(OnlyWithToken.class)
class ActorTest {

    private static final String ALL = "accounts:read accounts:write transfers:read transfers:write";

    @Inject Auditor auditor;

    Issuer issuer;
    OwnDatabase database;

    @Test
    void theHistoryNamesThem() throws Exception {
        UUID payer = UUID.randomUUID();
        UUID payee = UUID.randomUUID();
        UUID transfer = UUID.randomUUID();
        String ann = issuer.token("ann", ALL);
        String bob = issuer.token("Bob \"the\" Böb", ALL);

        post(ann, "/accounts", Map.of("id", payer, "balance", 100)).expect(201);
        post(bob, "/accounts/batch", Map.of("accounts", List.of(Map.of("id", payee, "balance", 1))))
                .expect(201);
        Map<String, Object> wish = Map.of("id", transfer, "from", payer, "to", payee, "amount", 40);
        post(ann, "/transfers", wish).expect(201);
        post(bob, "/accounts/" + payer + "/deposits", Map.of("amount", 1)).expect(201);
        new Answer(given().auth().oauth2(bob).delete("/accounts/" + payee + "?payout=true"))
                .expect(204);

        assertThat(actors(payer)).containsExactly("ann", "ann", "ann", "Bob \"the\" Böb");
        assertThat(actors(payee))
                .containsExactly(
                        "Bob \"the\" Böb",
                        "Bob \"the\" Böb",
                        "ann",
                        "Bob \"the\" Böb",
                        "Bob \"the\" Böb");
    }

    @Test
    void theFeedNamesThem() {
        UUID account = UUID.randomUUID();
        Map<String, Object> opening = Map.of("id", account, "balance", 100);
        post(issuer.token("ann", ALL), "/accounts", opening).expect(201);
        post(issuer.token("bob", ALL), "/accounts/" + account + "/deposits", Map.of("amount", 1))
                .expect(201);

        JsonNode events =
                new Answer(
                                given().auth()
                                        .oauth2(issuer.token("eve", "ledger:audit"))
                                        .get("/events?account=" + account))
                        .expect(200)
                        .get("items");

        assertThat(events)
                .extracting(event -> event.get("actor").textValue())
                .containsExactly("ann", "ann", "bob");
    }

    @Test
    void whoeverRepeatsACallDoesNotBecomeItsActor() throws Exception {
        UUID account = UUID.randomUUID();
        Map<String, Object> wish = Map.of("id", account, "balance", 7);
        post(issuer.token("ann", ALL), "/accounts", wish).expect(201);
        post(issuer.token("eve", ALL), "/accounts", wish).expect(200);
        Map<String, Object> deposit = Map.of("id", UUID.randomUUID(), "amount", 3);
        String path = "/accounts/" + account + "/deposits";
        post(issuer.token("bob", ALL), path, deposit).expect(201);
        post(issuer.token("eve", ALL), path, deposit).expect(200);

        assertThat(actors(account)).containsExactly("ann", "ann", "bob");
    }

    @Test
    void nobodyCanBeNamedAfterwardsInAnothersPlace() throws Exception {
        UUID account = UUID.randomUUID();
        post(issuer.token("ann", ALL), "/accounts", Map.of("id", account)).expect(201);
        assertThat(audit().first()).isEmpty();

        String where = " WHERE '" + account + "' = ANY (subjects)";
        database.execute("UPDATE commits SET actors = '{eve}'" + where);
        assertThat(audit().first()).singleElement().asString().contains("its hash is");

        database.execute("UPDATE commits SET actors = '{ann}'" + where);
        assertThat(audit().first()).isEmpty();
    }

    private AuditResult audit() throws SQLException, InterruptedException {
        return auditor.audit(new AuditProgress(), List.of());
    }

    /** Of every event that has to do with the account, in order. */
    private List<String> actors(UUID account) throws SQLException {
        List<String> actors = new ArrayList<>();
        String sql =
                """
                SELECT e.actor FROM (
                    SELECT sequence, generate_subscripts(subjects, 1) AS position,
                        unnest(subjects) AS subject, unnest(actors) AS actor FROM commits) AS e
                LEFT JOIN transfers t ON t.id = e.subject
                WHERE '%1$s' IN (e.subject, t.from_account, t.to_account)
                ORDER BY e.sequence, e.position"""
                        .formatted(account);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                actors.add(rows.getString(1));
            }
        }
        return actors;
    }

    private static Answer post(String token, String path, Map<String, ?> body) {
        return new Answer(
                given().auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body(text(body))
                        .post(path));
    }
}
