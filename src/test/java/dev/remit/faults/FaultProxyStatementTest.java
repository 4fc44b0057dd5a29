package dev.remit.faults;

import static dev.remit.faults.Database.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults at a statement, each beside the same failure of a real server. */
class FaultProxyStatementTest {

    private final FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port());

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(QueryMode.values())
                .flatMap(
                        mode ->
                                Stream.of("40001", "57014", "40P01", "XX000")
                                        .map(state -> Arguments.of(mode, state)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aFailedStatementFailsItsTransactionAsARealOneDoes(QueryMode mode, String state)
            throws SQLException {
        List<String> real;
        try (Client client = Client.direct(mode)) {
            client.insert(1);
            real = afterFailure(client, Client.stateOf(() -> client.execute(raising(state))));
        }
        Database.empty();
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(Rule.once(Fault.atStatement(state)).where("into ENTRIES").after(1));
            client.insert(1);

            assertThat(afterFailure(client, client.tryInsert(2)))
                    .isEqualTo(real)
                    .startsWith(state, "FAILED", "25P02");
        }
        assertThat(proxy.allFired()).isTrue();
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(5);
    }

    /** What a client sees after its statement failed: first that COMMIT does not, then ROLLBACK. */
    private static List<String> afterFailure(Client client, String state) throws SQLException {
        List<String> seen = new ArrayList<>(List.of(state, client.transaction()));
        seen.add(client.tryInsert(3));
        seen.add(client.tryCommit());
        seen.add(client.transaction());
        seen.add(client.tryRollback());
        seen.add(client.tryInsert(5));
        seen.add(client.transaction());
        seen.add(client.tryCommit());
        seen.add(client.transaction());
        return seen;
    }

    private static String raising(String state) {
        return "DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '" + state + "'; END $$";
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aStatementTimeoutLooksLikeARealOne(QueryMode mode) throws SQLException {
        List<String> real;
        try (Client client = Client.direct(mode)) {
            client.execute("SET LOCAL statement_timeout = 1");
            real = afterFailure(client, Client.stateOf(() -> client.number("SELECT pg_sleep(10)")));
        }
        Database.empty();
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(Fault.atStatement("57014"));

            assertThat(afterFailure(client, Client.stateOf(() -> client.number("SELECT 1"))))
                    .isEqualTo(real)
                    .startsWith("57014");
        }
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aTerminatedSessionLooksLikeARealOne(QueryMode mode) throws SQLException {
        List<String> real;
        try (Client client = Client.direct(mode)) {
            client.insert(1);
            long pid = client.number("SELECT pg_backend_pid()");
            CompletableFuture<String> running =
                    Database.meanwhile(
                            () -> Client.stateOf(() -> client.number("SELECT pg_sleep(10)")));
            soon().until(() -> Database.sleeping(pid));
            Database.execute("SELECT pg_terminate_backend(" + pid + ")");
            real = afterEnd(client, running.join());
        }
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            proxy.inject(Fault.atStatement("57P01"));
            String state = Client.stateOf(() -> client.number("SELECT 1"));

            assertThat(afterEnd(client, state)).isEqualTo(real).startsWith("57P01");
        }
        soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
        assertThat(Database.count()).isZero();
    }

    private static List<String> afterEnd(Client client, String state) throws SQLException {
        return List.of(
                state,
                String.valueOf(client.connection.isClosed()),
                client.tryInsert(3),
                client.tryCommit(),
                String.valueOf(client.connection.isValid(1)));
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aConnectionLostAtAStatementRollsBack(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            proxy.inject(Fault.connectionLostAtStatement());

            assertThat(client.tryInsert(2)).isEqualTo("08006");
            assertThat(client.usable()).isFalse();
        }
        soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
        assertThat(Database.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void anAutocommittedStatementFailsAlone(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            client.connection.setAutoCommit(true);
            proxy.inject(Fault.atStatement("40001"));

            assertThat(client.tryInsert(1)).isEqualTo("40001");
            assertThat(client.transaction()).isEqualTo("IDLE");
            assertThat(client.tryInsert(2)).isEqualTo(Client.SUCCESS);
        }
        assertThat(Database.number("SELECT sum(id) FROM entries")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aDelayedStatementIsAnsweredAllTheSame(QueryMode mode) throws SQLException {
        Fault delay = Fault.named("statement-delay-20ms");
        try (Client client = Client.through(proxy, mode)) {
            proxy.inject(delay);

            assertThat(client.number("SELECT 7")).isEqualTo(7);
            assertThat(proxy.injected(delay)).isEqualTo(1);
        }
    }

    @Test
    void onlyStatementsThatTouchDataFail() throws SQLException {
        proxy.inject(Fault.atStatement("40001"));
        try (Connection connection = Database.connect(proxy, "")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setSavepoint("here");
            connection.rollback();

            assertThat(connection.isValid(1)).isTrue();
            assertThat(proxy.unfired()).hasSize(1);
        }
    }

    @Test
    void theConditionOfARuleSeesTheWholeStatement() throws SQLException {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            proxy.inject(Rule.once(Fault.atStatement("40001")).where(sql -> sql.endsWith("= 8")));

            assertThat(Client.stateOf(() -> client.number("SELECT count(*) FROM entries")))
                    .isEqualTo(Client.SUCCESS);
            assertThat(
                            Client.stateOf(
                                    () ->
                                            client.number(
                                                    "SELECT count(*) FROM entries WHERE id = 8")))
                    .isEqualTo("40001");
        }
    }
}
