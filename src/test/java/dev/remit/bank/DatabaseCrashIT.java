package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database crashes under load and comes back; the service is left alone. */
class DatabaseCrashIT {

    private static final int CRASHES = 3;
    private static final int CUSTOMERS = 16;
    private static final long SEED = Long.getLong("remit.bank.seed", 20_260_103);
    private static final long POSTINGS_BEFORE_A_CRASH = 200;

    /** What the service promises, from the moment on at which the database answers again. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    @TempDir Path folder;

    @Test
    void whateverClientsWereToldIsTrueAlthoughTheDatabaseCrashes() throws Exception {
        int port = Packaged.freePort();
        try (CrashingServer server = CrashingServer.start(folder.resolve("data"));
                RemitProcess service = RemitProcess.start(server.database(), port);
                RemitClient client = new RemitClient(RemitProcess.service(port))) {
            service.awaitReady();
            Bank bank = new Bank(client, server.database(), CUSTOMERS, SEED);
            bank.open();
            AtomicBoolean closingTime = new AtomicBoolean();
            Thread customers = Thread.ofPlatform().start(() -> bank.serve(closingTime::get));
            for (int crash = 0; crash < CRASHES; crash++) {
                server.database().awaitPostings(POSTINGS_BEFORE_A_CRASH, Duration.ofMinutes(1));
                server.crash();
                server.startAgain();
                server.database().awaitPostings(1, RECOVERY);
            }
            closingTime.set(true);
            customers.join();
            bank.settle();

            assertThat(bank.findings()).as("seed %d", SEED).isEmpty();
            assertThat(bank.report().count("posted")).isPositive();
        }
    }
}
