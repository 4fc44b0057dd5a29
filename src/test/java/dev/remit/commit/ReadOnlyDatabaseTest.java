package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.Reply;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server that is not the primary one any more: it reads, and does not write. */
@QuarkusTest
@TestProfile(ThroughProxy.Impatient.class)
class ReadOnlyDatabaseTest extends WithTwoAccounts {

    private static final int CALLERS = 200;

    /** At most eleven attempts a batch, and the first batch may be small. */
    private static final int ATTEMPTS = 60;

    @Inject Transactions transactions;

    @Test
    void isNoFaultOfAnyCommand() throws Exception {
        readOnly("on");
        int before = transactions.begun();
        try {
            List<Reply> replies =
                    Stream.generate(() -> client.askMeanwhile(Wish.transfer(payer, payee, 1)))
                            .limit(CALLERS)
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(replies).allSatisfy(reply -> assertTemporary(reply, "database-unavailable"));
            // No batch was taken apart.
            assertThat(transactions.begun() - before).isLessThan(ATTEMPTS);
            assertThat(client.balance(payer)).isEqualTo(1000);
        } finally {
            readOnly("off");
        }
        assertThat(client.ask(Wish.transfer(payer, payee, 1)).status()).isEqualTo(201);
    }

    private void readOnly(String state) throws Exception {
        database.execute(
                "BEGIN READ WRITE; ALTER DATABASE %s SET default_transaction_read_only = %s; COMMIT"
                        .formatted(database.name(), state));
        // A session keeps what it began with.
        proxy.cut();
    }
}
