package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One node of the database goes away in order. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class DrainTest extends WithTwoAccounts {

    private static final int POOL = 16;

    /** Its connections end, and others lead to the nodes that are still there. */
    @Test
    void aDrainedNodeIsNoticedByNobody() throws IOException {
        String path = "/accounts/" + payer;
        assertThat(client.getManyTimes(path, 4 * POOL)).allMatch(reply -> reply.status() == 200);

        proxy.drain();
        assertThat(client.getManyTimes(path, 4 * POOL)).allMatch(reply -> reply.status() == 200);
        proxy.drain();
        assertThat(client.ask(Wish.transfer(payer, payee, 1)).status()).isEqualTo(201);
    }
}
