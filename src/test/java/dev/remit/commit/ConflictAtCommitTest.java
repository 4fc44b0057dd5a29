package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A conflict that the database itself finds, and only at COMMIT. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class ConflictAtCommitTest {

    @TestHTTPResource URI service;
    @Inject Transactions transactions;
    OwnDatabase database;

    /** A deferred constraint is looked at by COMMIT; this one is broken by the first one only. */
    @Test
    void isDecidedAnew() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            database.execute(
                    """
                    CREATE SEQUENCE attempts;
                    CREATE FUNCTION refuse_first() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF nextval('attempts') = 1 THEN
                            RAISE EXCEPTION 'only the second time' USING ERRCODE = '40001';
                        END IF;
                        RETURN NULL;
                    END $$;
                    CREATE CONSTRAINT TRIGGER refuse_first AFTER INSERT ON commits
                        DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION refuse_first()""");
            int before = transactions.begun();
            try {
                assertThat(client.ask(Wish.transfer(payer, payee, 100)).status()).isEqualTo(201);
            } finally {
                database.execute(
                        "DROP TRIGGER refuse_first ON commits; DROP FUNCTION refuse_first; DROP SEQUENCE attempts");
            }
            assertThat(transactions.begun() - before).isEqualTo(2);
            assertThat(client.balance(payer)).isEqualTo(900);
            assertThat(client.balance(payee)).isEqualTo(100);
        }
        JournalInvariants.assertHold(database);
    }
}
