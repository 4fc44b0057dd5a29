package dev.remit.audit;

import static dev.remit.audit.SampleBooks.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.audit.Snapshot.Moment;
import dev.remit.bank.OwnDatabase;
import dev.remit.ledger.Command;
import dev.remit.ledger.Micros;
import dev.remit.ledger.PlainLedger;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the ledger writes, an audit finds nothing wrong with. */
class RightBooksTest {

    private static final int LARGE_PAGE = 1_000;

    private OwnDatabase database;
    private Connection connection;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = OwnDatabase.withSchema("audited");
        connection = database.connect();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.drop();
    }

    @Test
    void nothingAtAllIsRight() throws Exception {
        AuditResult result = audit(LARGE_PAGE);

        assertThat(result.isRight()).isTrue();
        assertThat(result.accounts() + result.postings()).isZero();
        assertThat(result.balances()).isZero();
    }

    @Test
    void openingPostingClosingAndOpeningAgainAreRight() throws Exception {
        new SampleBooks(connection).write();

        AuditResult result = audit(LARGE_PAGE);

        assertThat(result.first()).isEmpty();
        assertThat(result.isRight()).isTrue();
        assertThat(result.accounts()).isEqualTo(4);
        assertThat(result.postings()).isEqualTo(SampleBooks.POSTINGS);
        assertThat(result.deposits()).isEqualTo(1825);
        assertThat(result.withdrawals()).isEqualTo(910);
        assertThat(result.balances()).isEqualTo(BigInteger.valueOf(1825 - 910));
    }

    @Test
    void pagesMayEndAnywhere() throws Exception {
        new SampleBooks(connection).write();
        for (int pageSize = 1; pageSize <= SampleBooks.POSTINGS + 1; pageSize++) {
            AuditResult result = audit(pageSize);

            assertThat(result.first()).as("pages of %d", pageSize).isEmpty();
            assertThat(result.postings()).isEqualTo(SampleBooks.POSTINGS);
        }
    }

    @Test
    void whateverTheLedgerDecidesIsRight() throws Exception {
        Random random = new Random(20260101);
        PlainLedger ledger = new PlainLedger(connection);
        List<UUID> accounts = Stream.generate(() -> uuid(random)).limit(12).toList();
        for (int batch = 0; batch < 300; batch++) {
            List<Unit> units = new ArrayList<>();
            for (int unit = random.nextInt(1, 8); unit > 0; unit--) {
                units.add(
                        new Unit(
                                Stream.generate(() -> command(accounts, random))
                                        .limit(random.nextInt(1, 4))
                                        .toList()));
            }
            // Clocks of different servers, too.
            long now = Micros.of(time(batch)) + random.nextLong(-3_000_000, 3_000_000);
            ledger.post(now, units);
        }

        AuditResult result = audit(7);

        assertThat(result.first()).isEmpty();
        assertThat(result.postings()).isGreaterThan(300);
        assertThat(result.accounts()).isBetween(1L, 12L);
        assertThat(result.withdrawals()).isPositive();
    }

    @Test
    void aSnapshotIsOfOneMoment() throws Exception {
        new SampleBooks(connection).write();
        try (Connection other = database.connect();
                Snapshot snapshot = Snapshot.of(connection, Moment.NOW)) {
            Totals.read(connection);
            UUID account = UUID.randomUUID();
            Command open = new Command.Open(account, true, null, 77, UUID.randomUUID());
            new PlainLedger(other).post(Micros.of(time(20)), List.of(Unit.of(open)));

            AuditResult result = audit(3);
            snapshot.commit();

            assertThat(result.first()).isEmpty();
            assertThat(result.postings()).isEqualTo(SampleBooks.POSTINGS);
        }
        assertThat(audit(3).postings()).isEqualTo(SampleBooks.POSTINGS + 1);
    }

    @Test
    void aSnapshotHasTimeEnoughAndGivesTheConnectionBackAsItWas() throws Exception {
        connection.setNetworkTimeout(Runnable::run, 5_000);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '4s'");
        }
        String before = statementTimeout();

        try (Snapshot snapshot = Snapshot.of(connection, Moment.NOW)) {
            assertThat(connection.getNetworkTimeout()).isGreaterThan(600_000);
            assertThat(statementTimeout()).isNotEqualTo(before);
            assertThatThrownBy(() -> execute("DELETE FROM transfers"))
                    .hasMessageContaining("read-only");
            assertThat(snapshot).isNotNull();
        }

        assertThat(connection.getNetworkTimeout()).isEqualTo(5_000);
        assertThat(statementTimeout()).isEqualTo(before);
        execute("DELETE FROM transfers");
    }

    @Test
    void anInterruptedAuditEndsWithThePage() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> audit(1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private AuditResult audit(int pageSize) throws SQLException, InterruptedException {
        return new Audit(connection, pageSize, new AuditProgress()).run();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String statementTimeout() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet timeout = statement.executeQuery("SHOW statement_timeout")) {
            timeout.next();
            return timeout.getString(1);
        }
    }

    private static Command command(List<UUID> accounts, Random random) {
        UUID account = accounts.get(random.nextInt(accounts.size()));
        UUID other = accounts.get(random.nextInt(accounts.size()));
        return switch (random.nextInt(10)) {
            case 0, 1 ->
                    new Command.Open(account, true, "any", 100L * random.nextInt(3), uuid(random));
            case 2 -> new Command.Close(account, random.nextBoolean(), uuid(random));
            case 3 -> post(null, account, random);
            case 4 -> post(account, null, random);
            default -> post(account, other, random);
        };
    }

    private static Command post(UUID from, UUID to, Random random) {
        return new Command.Post(uuid(random), true, from, to, random.nextLong(1, 60), null);
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
