package dev.remit.faults;

import static dev.remit.faults.Database.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults at COMMIT: what the client sees, and what the database then holds. */
class FaultProxyCommitTest {

    private final FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port());

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    static Stream<Arguments> errors() {
        return Stream.of(QueryMode.values())
                .flatMap(
                        mode ->
                                Stream.of(
                                        Arguments.of(mode, "commit-40001", "40001", 0, true),
                                        Arguments.of(mode, "commit-40003", "40003", 0, true),
                                        Arguments.of(
                                                mode, "commit-40003-executed", "40003", 1, true),
                                        Arguments.of(mode, "commit-57P01", "57P01", 0, false),
                                        Arguments.of(
                                                mode, "commit-57P01-executed", "57P01", 1, false),
                                        Arguments.of(mode, "commit-lost", "08006", 0, false),
                                        Arguments.of(
                                                mode, "commit-lost-executed", "08006", 1, false),
                                        Arguments.of(mode, "commit-delay-20ms", "00000", 1, true)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aCommitFailsAsItsFaultSays(
            QueryMode mode, String name, String state, long rows, boolean usable)
            throws SQLException {
        Fault fault = Fault.named(name);
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(fault);
            client.insert(1);
            assertThat(proxy.allFired()).isFalse();

            assertThat(client.tryCommit()).isEqualTo(state);

            assertThat(proxy.injected(fault)).isEqualTo(1);
            assertThat(proxy.allFired()).isTrue();
            soon().untilAsserted(() -> assertThat(lockedRows()).isZero());
            assertThat(Database.count()).isEqualTo(rows);
            assertThat(client.usable()).isEqualTo(usable);
        }
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aRefusedCommitEndsItsTransactionAndTheNextOneSucceeds(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(Fault.atCommit("40001"));
            client.insert(1);

            assertThat(client.tryCommit()).isEqualTo("40001");
            assertThat(client.transaction()).isEqualTo("IDLE");
            assertThat(client.tryInsert(2)).isEqualTo(Client.SUCCESS);
            assertThat(client.tryCommit()).isEqualTo(Client.SUCCESS);
        }
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aRefusedCommitLooksLikeARealSerializationFailure(QueryMode mode) throws SQLException {
        List<String> real;
        try (Client client = Client.direct(mode);
                Client other = Client.direct(mode)) {
            for (Client each : List.of(client, other)) {
                each.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
                each.number("SELECT count(*) FROM entries");
            }
            client.insert(1);
            other.insert(2);
            assertThat(other.tryCommit()).isEqualTo(Client.SUCCESS);
            real = afterRefusedCommit(client);
        }
        Database.empty();
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(Fault.atCommit("40001"));
            client.insert(1);

            assertThat(afterRefusedCommit(client)).isEqualTo(real).startsWith("40001");
        }
    }

    private static List<String> afterRefusedCommit(Client client) throws SQLException {
        return List.of(
                client.tryCommit(),
                client.transaction(),
                client.tryCommit(),
                client.tryInsert(3),
                client.transaction(),
                client.tryRollback(),
                client.transaction());
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aCommitThatIsStillUnderWayIsExecutedAfterTheConnectionWasLost(QueryMode mode)
            throws SQLException {
        Fault late = Fault.connectionLostAtCommit().executedLater(Duration.ofMillis(50));
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(late);
            client.insert(1);

            assertThat(client.tryCommit()).isEqualTo("08006");
            assertThat(client.usable()).isFalse();
        }
        soon().untilAsserted(() -> assertThat(Database.count()).isEqualTo(1));
        // The row can be seen before the proxy has read that it was committed.
        soon().untilAsserted(() -> assertThat(proxy.injected(late)).isEqualTo(1));
    }

    @Test
    void untilALateCommitIsExecutedNobodySeesItsRows() throws SQLException {
        Fault late = Fault.connectionLostAtCommit().executedLater(Duration.ofHours(1));
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            proxy.inject(late);
            client.insert(1);

            assertThat(client.tryCommit()).isEqualTo("08006");
            assertThat(Database.count()).isZero();
            assertThat(lockedRows()).isEqualTo(1);
        }
        proxy.close();
        soon().untilAsserted(() -> assertThat(lockedRows()).isZero());
        assertThat(Database.count()).isZero();
        assertThat(proxy.unfired()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aCommitThatTheServerItselfRefusesKeepsItsOwnError(QueryMode mode) throws SQLException {
        Database.execute(
                "ALTER TABLE entries ADD CONSTRAINT later UNIQUE (note) DEFERRABLE INITIALLY"
                        + " DEFERRED");
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(Fault.atCommit("40003").afterExecution());
            client.insert(1);
            client.insert(2);

            assertThat(client.tryCommit()).isEqualTo("23505");
            assertThat(proxy.unfired()).hasSize(1);
            assertThat(client.tryInsert(3)).isEqualTo(Client.SUCCESS);
            assertThat(client.tryCommit()).isEqualTo("40003");
        }
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(3);
    }

    @Test
    void rulesCountTheCommitsThatTheyLetPass() throws SQLException {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            proxy.inject(Rule.once(Fault.atCommit("40001")).after(1).times(2));

            Stream<String> states =
                    Stream.of(1, 2, 3, 4)
                            .map(
                                    id -> {
                                        client.tryInsert(id);
                                        return client.tryCommit();
                                    });

            assertThat(states).containsExactly(Client.SUCCESS, "40001", "40001", Client.SUCCESS);
        }
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(5);
    }

    /** Sessions that hold a lock on the table because their transaction is not over. */
    private static long lockedRows() throws SQLException {
        return Database.number(
                "SELECT count(DISTINCT pid) FROM pg_locks WHERE relation = 'entries'::regclass"
                        + " AND mode = 'RowExclusiveLock'");
    }
}
