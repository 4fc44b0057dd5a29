package dev.remit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Needs;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import dev.remit.ledger.Rules;
import dev.remit.ledger.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head moves from one row to another every so many commits, and nobody loses sight of it. */
class HeadPagesTest {

    private static final UUID ANN = new UUID(0xa, 0);

    private OwnDatabase database;
    private Connection connection;
    private DatabaseKind kind;

    @BeforeEach
    void openAccount() throws SQLException {
        database = OwnDatabase.withSchema("pages");
        connection = database.connect();
        kind = DatabaseKind.of(connection);
        Request opening = Request.of(new Command.Open(ANN, true, "Ann", 0));
        new PlainLedger(connection).commit(1_000_000, List.of(opening));
        connection.setAutoCommit(false);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.drop();
    }

    @Test
    void itIsOneRowOnThePageOfItsSequence() throws SQLException {
        assertThat(rows()).containsExactly("0:1");

        headAt(Ledger.PAGE - 2);
        deposit(connection, 0);
        assertThat(rows()).containsExactly("0:255");

        deposit(connection, 0);
        assertThat(rows()).containsExactly("1:256");

        deposit(connection, 0);
        assertThat(rows()).containsExactly("1:257");
    }

    /** Of an instance that has just started, that was idle, and that has made the last commit. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, Ledger.PAGE - 1, Ledger.PAGE, 2 * Ledger.PAGE})
    void itIsFoundFromAnyCommitBefore(long since) throws SQLException {
        headAt(2 * Ledger.PAGE);

        assertThat(deposit(connection, since)).isEqualTo(2 * Ledger.PAGE + 1);
    }

    /** As after a commit that was thought to begin a page and was rolled back. */
    @Test
    void whoeverLooksBehindItHasToLookAgain() throws SQLException {
        headAt(Ledger.PAGE - 1);

        Throwable failed = catchThrowable(() -> deposit(connection, Ledger.PAGE));
        connection.rollback();

        assertThat(Failure.of(failed).kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(new Failure.WorthARetry().test(failed)).isTrue();
        assertThat(deposit(connection, 0)).isEqualTo(Ledger.PAGE);
    }

    @Test
    void aLedgerWithoutItIsNotWorthARetry() throws SQLException {
        database.execute("DELETE FROM ledgers");

        Throwable failed = catchThrowable(() -> deposit(connection, 0));

        assertThat(failed).hasMessageContaining("its row in the table ledgers is gone");
        assertThat(Failure.of(failed).kind()).isEqualTo(Failure.Kind.PERMANENT);
    }

    @Test
    void whoeverWaitsForItWhileThePageIsTurnedGetsItOnTheNextOne() throws Exception {
        headAt(Ledger.PAGE - 1);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            State first = read(connection, Ledger.PAGE - 1);

            CompletableFuture<Long> second =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return deposit(other, Ledger.PAGE - 1);
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            Awaitility.await().during(Duration.ofMillis(200)).until(() -> !second.isDone());
            write(connection, first);

            assertThat(second.get()).isEqualTo(Ledger.PAGE + 1);
        }
        assertThat(rows()).containsExactly("1:257");
    }

    /**
     * Whoever commits is told the time with the head. On CockroachDB nobody can set the clock back.
     */
    @Test
    void itComesWithTheTimeOfTheDatabase() throws SQLException {
        assumeTrue(kind == DatabaseKind.POSTGRESQL);
        Instant past = Instant.parse("2001-02-03T04:05:06.789012Z");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA clock");
            statement.execute(
                    "CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT TIMESTAMPTZ ''%s'''"
                            .formatted(past));
            statement.execute("SET search_path = clock, pg_catalog, public");
            connection.commit();
        }
        LedgerStore store = new LedgerStore(connection, kind);

        store.take(0);
        assertThat(Micros.instant(store.now())).isEqualTo(past);
    }

    private static Request deposit() {
        return Request.of(new Command.Post(UUID.randomUUID(), false, null, ANN, 1, null));
    }

    /** As after so many commits. */
    private void headAt(long sequence) throws SQLException {
        database.execute(
                "UPDATE ledgers SET page = %d, sequence = %d"
                        .formatted(Ledger.page(sequence), sequence));
    }

    private long deposit(Connection on, long since) throws SQLException {
        return write(on, read(on, since));
    }

    private State read(Connection on, long since) throws SQLException {
        return new LedgerStore(on, kind).read(since, Needs.of(List.of(deposit())));
    }

    /** Returns the sequence of the commit. */
    private long write(Connection on, State state) throws SQLException {
        Decision decision = Rules.decide(List.of(deposit()), state, UUID.randomUUID(), 1_000_000);
        new LedgerStore(on, kind).write(decision);
        on.commit();
        return decision.commit().sequence();
    }

    private List<String> rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT page || ':' || sequence FROM ledgers")) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            connection.commit();
            return rows;
        }
    }
}
