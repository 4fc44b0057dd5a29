package dev.remit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Event;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.Needs;
import dev.remit.ledger.Request;
import dev.remit.ledger.Rules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers do not pay for monitors: not of others, and of their own no statement more. */
class UnwatchedAccountsTest {

    private static final UUID ANN = new UUID(0xa, 0);
    private static final UUID BOB = new UUID(0xb, 0);

    private final List<String> statements = new ArrayList<>();
    private OwnDatabase database;
    private Connection connection;

    @BeforeEach
    void openAccounts() throws SQLException {
        database = OwnDatabase.withSchema("unwatched");
        connection = database.connect();
        commit(new Command.Open(ANN, true, "Ann", 100), new Command.Open(BOB, true, "Bob", 0));
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        connection.close();
        database.drop();
    }

    @Test
    void aTransferSendsTheSameStatementsWhetherItsAccountsAreWatchedOrNot() throws SQLException {
        commit(transfer());
        List<String> unwatched = List.copyOf(statements);
        assertThat(unwatched).hasSize(2).noneMatch(sql -> sql.contains("FROM monitors"));
        commit(watch(ANN, 95L, null), watch(BOB, null, 5L));
        assertThat(statements).anyMatch(sql -> sql.contains("INTO monitors"));

        Decision decision = commit(transfer());

        assertThat(decision.commit().events()).hasAtLeastOneElementOfType(Event.Crossed.class);
        assertThat(statements).isEqualTo(unwatched);
    }

    private static Command transfer() {
        return new Command.Post(UUID.randomUUID(), false, ANN, BOB, 5, null);
    }

    private static Command watch(UUID account, Long below, Long above) {
        return new Command.CreateMonitor(
                new Monitor(UUID.randomUUID(), account, below, above), true);
    }

    private Decision commit(Command... commands) throws SQLException {
        DatabaseKind kind = DatabaseKind.of(connection);
        connection.setAutoCommit(false);
        statements.clear();
        LedgerStore store = new LedgerStore(listened(), kind);
        List<Request> requests = Arrays.stream(commands).map(Request::of).toList();
        Decision decision =
                Rules.decide(
                        requests, store.read(0, Needs.of(requests)), UUID.randomUUID(), 1_000_000);
        store.write(decision);
        connection.commit();
        connection.setAutoCommit(true);
        return decision;
    }

    /** The same connection, of which it is known what is prepared on it. */
    private Connection listened() {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.add((String) arguments[0]);
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
