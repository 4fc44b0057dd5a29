package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The service is killed again and again, while its clients go on, and loses and doubles nothing.
 */
class KillIT {

    private static final int ROUNDS = 10;
    private static final int CUSTOMERS = 16;
    private static final long SEED = Long.getLong("remit.bank.seed", 20_260_102);

    /** Then the service is busy, and has been since its start. */
    private static final long POSTINGS_BEFORE_THE_END = 200;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void whateverClientsWereToldIsTrueAlthoughTheServiceIsKilled() throws Exception {
        OwnDatabase database = OwnDatabase.create("kill");
        int port = Packaged.freePort();
        RemitProcess service = RemitProcess.start(database, port).awaitReady();
        try (RemitClient client = new RemitClient(RemitProcess.service(port))) {
            Bank bank = new Bank(client, database, CUSTOMERS, SEED);
            bank.open();
            AtomicBoolean closingTime = new AtomicBoolean();
            Thread customers = Thread.ofPlatform().start(() -> bank.serve(closingTime::get));
            for (int round = 0; round < ROUNDS; round++) {
                database.awaitPostings(POSTINGS_BEFORE_THE_END, PATIENCE);
                if (round % 2 == 0) {
                    service.kill();
                } else {
                    assertThat(service.terminate()).isIn(RemitProcess.ORDERLY);
                }
                service = RemitProcess.start(database, port).awaitReady();
            }
            database.awaitPostings(POSTINGS_BEFORE_THE_END, PATIENCE);
            closingTime.set(true);
            customers.join();
            bank.settle();

            assertThat(bank.findings()).as("seed %d", SEED).isEmpty();
            assertThat(bank.report().count("unknown")).isPositive();
            assertThat(bank.report().count("replayed")).isPositive();
            assertThat(service.terminate()).isIn(RemitProcess.ORDERLY);
        } finally {
            service.close();
        }
    }
}
