package dev.remit.audit;

import static dev.remit.audit.SampleBooks.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.audit.Snapshot.Moment;
import dev.remit.bank.OwnDatabase;
import dev.remit.ledger.Command;
import dev.remit.ledger.Micros;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
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

    private static final int LARGE_CHUNK = 1_000;

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
        AuditResult result = audit(LARGE_CHUNK);

        assertThat(result.isRight()).isTrue();
        assertThat(result.accounts() + result.transfers() + result.sequence()).isZero();
        assertThat(result.balances()).isZero();
    }

    @Test
    void openingPostingAndClosingAreRight() throws Exception {
        new SampleBooks(connection).write();

        AuditResult result = audit(LARGE_CHUNK);

        assertThat(result.first()).isEmpty();
        assertThat(result.isRight()).isTrue();
        assertThat(result.accounts()).isEqualTo(3);
        assertThat(result.opened()).isEqualTo(7);
        assertThat(result.sequence()).isEqualTo(SampleBooks.COMMITS);
        assertThat(result.hash()).isEqualTo(text("SELECT encode(hash, 'hex') FROM ledgers"));
        assertThat(result.transfers()).isEqualTo(SampleBooks.TRANSFERS);
        assertThat(result.deposits()).isEqualTo(1825);
        assertThat(result.withdrawals()).isEqualTo(910);
        assertThat(result.balances()).isEqualTo(BigInteger.valueOf(1825 - 910));
    }

    @Test
    void watchingIsRight() throws Exception {
        new SampleMonitors(connection).write();
        for (int chunkSize = 1; chunkSize <= 20; chunkSize++) {
            assertThat(audit(chunkSize).first()).as("chunks of %d", chunkSize).isEmpty();
        }
        assertThat(text("SELECT string_agg(events, ' ' ORDER BY sequence) FROM commits"))
                .isEqualTo("opoop mmm pxx px u pxxp m pxuc");
    }

    @Test
    void chunksMayEndAnywhere() throws Exception {
        new SampleBooks(connection).write();
        for (int chunkSize = 1; chunkSize <= SampleBooks.TRANSFERS + 1; chunkSize++) {
            AuditResult result = audit(chunkSize);

            assertThat(result.first()).as("chunks of %d", chunkSize).isEmpty();
            assertThat(result.transfers()).isEqualTo(SampleBooks.TRANSFERS);
        }
    }

    @Test
    void whateverTheLedgerDecidesIsRight() throws Exception {
        Random random = new Random(20260101);
        RandomCommands commands = new RandomCommands(random);
        PlainLedger ledger = new PlainLedger(connection);
        List<UUID> accounts = Stream.generate(() -> uuid(random)).limit(110).toList();
        for (int commit = 0; commit < 980; commit++) {
            List<Request> requests = new ArrayList<>();
            // Some accounts are closed by now, others not opened yet.
            List<UUID> some = accounts.subList(commit / 10, commit / 10 + 10);
            for (int request = random.nextInt(1, 8); request > 0; request--) {
                requests.add(
                        new Request(
                                Stream.generate(() -> commands.next(some))
                                        .limit(random.nextInt(1, 4))
                                        .toList(),
                                random.nextBoolean(),
                                random.nextInt(8) == 0,
                                null));
            }
            // Clocks of different servers, too.
            long now = Micros.of(time(commit)) + random.nextLong(-3_000_000, 3_000_000);
            ledger.commit(now, requests);
        }

        AuditResult result = audit(7);

        assertThat(result.first()).isEmpty();
        assertThat(result.transfers()).isGreaterThan(200);
        assertThat(result.accounts()).isBetween(1L, 109L);
        assertThat(result.withdrawals()).isPositive();
        for (String kind : List.of("hold", "capture", "void", "expiry", "reversal")) {
            assertThat(text("SELECT count(*) FROM transfers WHERE kind = '%s'".formatted(kind)))
                    .as(kind)
                    .isNotEqualTo("0");
        }
        assertThat(text("SELECT count(*) FROM account_terms WHERE revision > 0")).isNotEqualTo("0");
        for (String event : List.of("x", "u")) {
            assertThat(
                            text(
                                    "SELECT count(*) FROM commits WHERE events LIKE '%%%s%%'"
                                            .formatted(event)))
                    .as(event)
                    .isNotEqualTo("0");
        }
    }

    @Test
    void aSnapshotIsOfOneMoment() throws Exception {
        new SampleBooks(connection).write();
        try (Connection other = database.connect();
                Snapshot snapshot = Snapshot.of(connection, Moment.NOW)) {
            Totals.read(connection);
            UUID account = UUID.randomUUID();
            Command open = new Command.Open(account, true, null, 77);
            new PlainLedger(other).commit(Micros.of(time(20)), List.of(Request.of(open)));

            AuditResult result = audit(3);
            snapshot.commit();

            assertThat(result.first()).isEmpty();
            assertThat(result.transfers()).isEqualTo(SampleBooks.TRANSFERS);
        }
        assertThat(audit(3).transfers()).isEqualTo(SampleBooks.TRANSFERS + 1);
    }

    @Test
    void aSnapshotHasTimeEnoughAndGivesTheConnectionBackAsItWas() throws Exception {
        connection.setNetworkTimeout(Runnable::run, 5_000);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '4s'");
        }
        String before = text("SHOW statement_timeout");

        try (Snapshot snapshot = Snapshot.of(connection, Moment.NOW)) {
            assertThat(connection.getNetworkTimeout()).isGreaterThan(600_000);
            assertThat(text("SHOW statement_timeout")).isNotEqualTo(before);
            assertThatThrownBy(() -> execute("DELETE FROM transfers"))
                    .hasMessageContaining("read-only");
            assertThat(snapshot).isNotNull();
        }

        assertThat(connection.getNetworkTimeout()).isEqualTo(5_000);
        assertThat(text("SHOW statement_timeout")).isEqualTo(before);
        execute("DELETE FROM transfers");
    }

    @Test
    void anInterruptedAuditEndsWithTheQuery() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> audit(1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private AuditResult audit(int chunkSize) throws SQLException, InterruptedException {
        return new Audit(connection, chunkSize, List.of(), new AuditProgress()).run();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
