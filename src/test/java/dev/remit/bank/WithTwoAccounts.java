package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.faults.FaultProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * One account that pays and one that is paid, on a database that faults can be injected into.
 * Whatever a test does, the books are in order afterwards.
 */
public abstract class WithTwoAccounts {

    @TestHTTPResource protected URI service;
    protected FaultProxy proxy;
    protected OwnDatabase database;

    protected RemitClient client;

    /** Starts with 1000. */
    protected UUID payer;

    /** Starts with nothing. */
    protected UUID payee;

    @BeforeEach
    void openAccounts() throws IOException {
        client = new RemitClient(service);
        payer = client.open(1000);
        payee = client.open(0);
    }

    @AfterEach
    void theBooksAreInOrder() throws SQLException {
        proxy.quiet();
        client.close();
        JournalInvariants.assertHold(database);
    }

    protected static void assertTemporary(Reply reply, String slug) {
        assertThat(reply.slug()).as("%s", reply).isEqualTo(slug);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.retryAfter()).matches("\\d+");
    }
}
