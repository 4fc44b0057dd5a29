package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Those who read have every connection that readers can have, for as long as they like. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class ManyReadersTest extends WithTwoAccounts {

    private static final int TRANSFERS = 20;

    @Inject AgroalDataSource reads;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @Test
    void transfersArePostedAllTheSame() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < connections) {
                taken.add(reads.getConnection());
            }
            assertThat(client.get("/q/health/ready").status()).isEqualTo(200);

            for (int i = 0; i < TRANSFERS; i++) {
                assertThat(client.ask(Wish.transfer(payer, payee, 1)).status()).isEqualTo(201);
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(client.balance(payee)).isEqualTo(TRANSFERS);
    }
}
