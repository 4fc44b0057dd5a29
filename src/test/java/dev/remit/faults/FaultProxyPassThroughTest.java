package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Without a fault nobody notices the proxy. */
class FaultProxyPassThroughTest {

    private final FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port());

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @AfterEach
    void nothingWasInjected() {
        assertThat(proxy.injected()).isEmpty();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void hundredsOfStatementsPass(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            for (int id = 0; id < 300; id++) {
                client.insert(id);
                if (id % 7 == 0) {
                    client.connection.commit();
                }
                assertThat(client.number("SELECT max(id) FROM entries")).isEqualTo(id);
            }
            client.connection.commit();
        }
        assertThat(Database.count()).isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void largeRowsPassInBothDirections(QueryMode mode) throws SQLException {
        String note = "äß€𝄞".repeat(100_000);
        try (Connection connection = Database.connect(proxy, mode.parameters)) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO entries VALUES (1, ?)")) {
                insert.setString(1, note);
                insert.executeUpdate();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT note FROM entries")) {
                result.next();
                assertThat(result.getString(1).equals(note)).isTrue();
            }
        }
        assertThat(Database.number("SELECT length(note) FROM entries")).isEqualTo(400_000);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void batchesPass(QueryMode mode) throws SQLException {
        try (Connection connection = Database.connect(proxy, mode.parameters);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO entries VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int id = 0; id < 1_000; id++) {
                insert.setInt(1, id);
                insert.setString(2, "note " + id);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(1_000).containsOnly(1);
            connection.commit();
        }
        assertThat(Database.count()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void severalStatementsAtOncePass(QueryMode mode) throws SQLException {
        try (Connection connection = Database.connect(proxy, mode.parameters);
                Statement statement = connection.createStatement()) {
            List<Integer> results = new ArrayList<>();
            boolean more = statement.execute("SELECT 1; SELECT 2; SELECT 3");
            while (more) {
                try (ResultSet result = statement.getResultSet()) {
                    result.next();
                    results.add(result.getInt(1));
                }
                more = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            }
            assertThat(results).containsExactly(1, 2, 3);
        }
    }

    /** A portal that is executed bit by bit, so that its answers are PortalSuspended. */
    @Test
    void resultsFetchedInPartsPass() throws SQLException {
        try (Connection connection = Database.connect(proxy, "")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                long sum = 0;
                try (ResultSet result =
                        statement.executeQuery("SELECT i FROM generate_series(1, 1005) AS i")) {
                    while (result.next()) {
                        sum += result.getLong(1);
                    }
                }
                assertThat(sum).isEqualTo(1005 * 1006 / 2);
            }
        }
    }

    @Test
    void copyPassesInBothDirections() throws Exception {
        String lines =
                String.join("", IntStream.range(0, 5_000).mapToObj(i -> i + "\tnote\n").toList());
        try (Connection connection = Database.connect(proxy, "")) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            assertThat(copy.copyIn("COPY entries FROM STDIN", new StringReader(lines)))
                    .isEqualTo(5_000);
            StringWriter back = new StringWriter();
            copy.copyOut("COPY (SELECT * FROM entries ORDER BY id) TO STDOUT", back);
            assertThat(back.toString().equals(lines)).isTrue();
            assertThat(Client.stateOf(() -> copyNonsense(copy))).isEqualTo("22P02");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static void copyNonsense(CopyManager copy) throws SQLException {
        try {
            copy.copyIn("COPY entries FROM STDIN", new StringReader("nonsense\t1\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunningStatementCanBeCancelled() throws Exception {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS);
                Statement statement = client.connection.createStatement()) {
            long pid = client.number("SELECT pg_backend_pid()");
            CompletableFuture<String> running =
                    Database.meanwhile(
                            () -> Client.stateOf(() -> statement.execute("SELECT pg_sleep(20)")));
            Database.soon().until(() -> Database.sleeping(pid));

            statement.cancel();

            assertThat(running.join()).isEqualTo("57014");
        }
    }

    @Test
    void errorsOfTheServerPass() throws SQLException {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            client.insert(1);
            assertThat(client.tryInsert(1)).isEqualTo("23505");
            assertThat(client.tryInsert(2)).isEqualTo("25P02");
            assertThat(client.tryRollback()).isEqualTo(Client.SUCCESS);
            assertThat(Client.stateOf(() -> client.execute("SELECT nothing"))).isEqualTo("42703");
        }
    }

    /** Encryption is refused as by a server without it: whoever prefers it goes on without. */
    @Test
    void aClientThatPrefersEncryptionGetsNone() throws SQLException {
        String preferring = "sslmode=prefer&gssEncMode=prefer";
        try (Connection connection = Database.connect(proxy, preferring)) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(Client.stateOf(() -> Database.connect(proxy, "sslmode=require").close()))
                .isEqualTo(Client.stateOf(() -> Database.connect("sslmode=require").close()));
    }

    @Test
    void whatTheServerRefusesAtTheStartIsRefused() {
        assertThat(Client.stateOf(() -> Database.connect(proxy, "options=-cnonsense=1").close()))
                .isEqualTo("42704");
    }

    @Test
    void manyConnectionsWorkAtOnce() throws Exception {
        int clients = 40;
        List<Callable<Void>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int first = client * 1_000;
            QueryMode mode = QueryMode.values()[client % QueryMode.values().length];
            work.add(() -> insertFrom(first, mode));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(Database.count()).isEqualTo(clients * 25);
        Database.soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    private Void insertFrom(int first, QueryMode mode) throws SQLException {
        try (Connection connection = Database.connect(proxy, mode.parameters);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int id = first; id < first + 25; id++) {
                statement.executeUpdate("INSERT INTO entries VALUES (" + id + ", 'x')");
                connection.commit();
            }
        }
        return null;
    }
}
