package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the books is found. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class JournalInvariantsTest {

    @TestHTTPResource URI service;
    OwnDatabase database;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE accounts SET balance = balance + 1 WHERE id = :payer         | came in
                    UPDATE accounts SET balance = balance + 1 WHERE id = :payer         | chain ends
                    UPDATE accounts SET version = version + 1 WHERE id = :payer         | chain ends
                    UPDATE ledgers SET sequence = sequence + 1                          | end at the head
                    DELETE FROM commits WHERE sequence = 1                              | no gap
                    UPDATE ledgers SET committed_at = '2020-01-01Z'                     | last commit has left
                    UPDATE commits SET events = concat(events, 'p') WHERE sequence = 1    | all its transfers
                    UPDATE account_commits SET first_version = 9 WHERE account = :payer AND first_version = 2 | follow each other
                    UPDATE account_commits SET transfers = '{}' WHERE account = :payer AND first_version = 2 | follow each other
                    UPDATE account_commits SET balance = 7 WHERE account = :payer AND first_version = 2 | its transfers did
                    DELETE FROM accounts WHERE id = :payer                              | was empty
                    DELETE FROM transfers WHERE from_account = :payer AND from_version = 2 | no gap
                    UPDATE transfers SET from_version = 9 WHERE from_account = :payer AND from_version = 3 | no gap
                    UPDATE transfers SET amount = 7 WHERE from_account = :payer AND from_version = 2 | follows
                    UPDATE transfers SET from_balance = 7 WHERE from_account = :payer AND from_version = 2 | follows
                    UPDATE transfers SET to_balance = 7 WHERE from_account = :payer AND from_version = 3 | follows
                    UPDATE transfers SET created_at = '2020-01-01Z' WHERE from_account = :payer | backwards
                    UPDATE transfers SET amount = 7 WHERE to_account = :payer           | came in
                    UPDATE accounts SET held = 31 WHERE id = :payer                     | open holds hold
                    DELETE FROM holds WHERE account = :payer                            | open holds hold
                    DELETE FROM holds WHERE account = :payer                            | until it is ended
                    INSERT INTO holds (id, account) SELECT id, from_account FROM transfers WHERE from_account = :payer AND from_version = 3 AND kind IS NULL | until it is ended
                    UPDATE monitors SET below = 100 WHERE account = :payer              | crossed a line
                    UPDATE commits SET events = translate(events, 'x', 'u')             | crossed a line
                    UPDATE transfers SET settled = 7 WHERE from_account = :payer AND kind = 'reversal' | taken back
                    """)
    void aChangeThatThePostingsDoNotExplainIsFound(String change, String rule) throws Exception {
        UUID payer;
        try (RemitClient client = new RemitClient(service)) {
            payer = client.open(1000);
            UUID payee = client.open(0);
            client.post("/monitors", Json.write(Map.of("account", payer, "below", 995)));
            client.ask(Wish.transfer(payer, payee, 10));
            client.ask(Wish.transfer(payer, payee, 20));
            client.post(
                    "/transfers",
                    Json.write(Map.of("from", payer, "to", payee, "amount", 30, "pending", true)));
            Wish reversed = Wish.transfer(payee, payer, 20);
            client.ask(reversed);
            client.post(
                    "/transfers/" + reversed.key() + "/reverse", Json.write(Map.of("amount", 5)));
        }
        JournalInvariants.assertHold(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change.replace(":payer", "'" + payer + "'"));

            assertThat(JournalInvariants.violations(connection))
                    .anyMatch(violation -> violation.split(":")[0].contains(rule));
            // Nobody else sees it.
            connection.rollback();
        }
    }
}
