package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.OwnDatabase;
import dev.remit.ledger.Command;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Rejection;
import dev.remit.ledger.Request;
import dev.remit.ledger.Terms;
import dev.remit.ledger.TermsChange;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that an older schema filled is brought to the present one with all that is in it. */
class UpgradeTest {

    private static final UUID ANN = UUID.fromString("0a000000-0000-4000-8000-000000000000");

    /** Posted before the upgrade. */
    private static final UUID OPENING_OF_ANN = new UUID(0, 1);

    /** The same; its payee was closed afterwards. */
    private static final UUID FROM_ANN_TO_CLOSED = new UUID(0, 2);

    /** In microseconds. */
    private static final long HOUR = 3_600_000_000L;

    private OwnDatabase database;

    @BeforeEach
    void fillTheFirstSchema() throws Exception {
        database = OwnDatabase.create("upgraded");
        migrateTo("1");
        try (InputStream sample = getClass().getResourceAsStream("/upgrade/V1.sql")) {
            database.execute(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        }
        migrateTo("latest");
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void theHistoryAndItsHashStayWhatTheyWere() throws Exception {
        AuditResult result = audit();

        assertThat(result.first()).isEmpty();
        assertThat(result.sequence()).isEqualTo(3);
        assertThat(result.hash())
                .isEqualTo("e0c8b2a8c0f71b36777adfe894d54fb21dcac6f0eabfa5f22e38c274aa830e33");
        assertThat(result.balances()).isEqualTo(800);
        // After the opening of two accounts and a deposit, and the closing of one with a payout.
        assertThat(
                        database.number(
                                "SELECT count(*) FROM totals WHERE (sequence, accounts, total) IN ((1, 2, 1000), (3, 1, 800))"))
                .isEqualTo(2);
    }

    @Test
    void theLedgerGoesOnWhereItEnded() throws Exception {
        UUID bob = UUID.randomUUID();
        UUID euros = UUID.randomUUID();

        List<List<Outcome>> outcomes =
                commit(
                        new Command.Open(bob, true, "Bob", 0),
                        new Command.Open(euros, true, Terms.named(null), 0, "EUR"),
                        new Command.Post(UUID.randomUUID(), true, ANN, bob, 300, null),
                        new Command.Post(UUID.randomUUID(), true, ANN, euros, 300, null));

        assertThat(((Outcome.Posted) outcomes.get(2).getFirst()).transfer().from().balance())
                .isEqualTo(500);
        assertThat(((Outcome.Rejected) outcomes.get(3).getFirst()).rejection())
                .isInstanceOf(Rejection.CurrencyMismatch.class);
        AuditResult result = audit();
        assertThat(result.first()).isEmpty();
        assertThat(result.sequence()).isEqualTo(4);
    }

    @Test
    void whatWasThereBeforeTakesPartInWhatCanBeAgreedNow() throws Exception {
        UUID bob = UUID.randomUUID();
        UUID hold = UUID.randomUUID();

        List<List<Outcome>> outcomes =
                commit(
                        new Command.Open(bob, true, "Bob", 0),
                        new Command.Change(
                                ANN,
                                null,
                                new TermsChange(null, 50L, null, false, Map.of("tier", "gold"))),
                        new Command.Hold(new Command.Post(hold, true, ANN, bob, 820, null), HOUR),
                        new Command.Settle(UUID.randomUUID(), true, hold, Kind.CAPTURE, 810L),
                        reverse(OPENING_OF_ANN, 30L),
                        reverse(FROM_ANN_TO_CLOSED, null));

        assertThat(outcomes.get(1).getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Changed.class,
                        it -> {
                            assertThat(it.terms().name()).isEqualTo("Ann");
                            assertThat(it.account().revision()).isOne();
                        });
        assertThat(((Outcome.Posted) outcomes.get(3).getFirst()).transfer().from().balance())
                .isEqualTo(-10);
        assertThat(((Outcome.Posted) outcomes.get(4).getFirst()).transfer().from().balance())
                .isEqualTo(-40);
        assertThat(((Outcome.Rejected) outcomes.get(5).getFirst()).rejection())
                .isInstanceOf(Rejection.AccountNotFound.class);
        AuditResult result = audit();
        assertThat(result.first()).isEmpty();
        assertThat(result.balances()).isEqualTo(770);
    }

    @Test
    void whatWasThereBeforeCanBeWatchedNow() throws Exception {
        UUID monitor = UUID.randomUUID();

        commit(
                new Command.CreateMonitor(new Monitor(monitor, ANN, 800L, null), true),
                new Command.Post(UUID.randomUUID(), true, ANN, null, 1, null),
                new Command.Close(ANN, true));

        assertThat(
                        database.number(
                                "SELECT count(*) FROM commits WHERE sequence = 4 AND events = 'mpxpuc'"))
                .isOne();
        assertThat(audit().first()).isEmpty();
    }

    private static Command reverse(UUID transfer, Long amount) {
        return new Command.Reverse(UUID.randomUUID(), true, transfer, amount, null, null);
    }

    private List<List<Outcome>> commit(Command... commands) throws Exception {
        try (Connection connection = database.connect()) {
            return new PlainLedger(connection)
                    .commit(
                            Micros.of(SampleBooks.time(1)),
                            List.of(commands).stream().map(Request::of).toList());
        }
    }

    private AuditResult audit() throws Exception {
        try (Connection connection = database.connect()) {
            return new Audit(connection, 100, List.of(), new AuditProgress()).run();
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), "")
                .target(version)
                .load()
                .migrate();
    }
}
