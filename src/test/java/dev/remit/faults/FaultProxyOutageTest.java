package dev.remit.faults;

import static dev.remit.faults.Database.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that fall silent, are stopped, are drained, or die. */
class FaultProxyOutageTest {

    private final FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port());

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void aDeafProxyAcceptsConnectionsAndAnswersNothing() throws Exception {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            client.connection.setNetworkTimeout(Runnable::run, 100);
            proxy.deaf();

            assertThat(client.tryInsert(1)).isEqualTo("08006");
            assertThat(Client.stateOf(() -> Database.connect(proxy, "loginTimeout=1").close()))
                    .isEqualTo("08001");
            new Socket(InetAddress.getLoopbackAddress(), proxy.port()).close();

            proxy.quiet();
            Database.connect(proxy, "").close();
        }
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void whatADeafProxyHeldIsDelivered(QueryMode mode) throws Exception {
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            proxy.deaf();
            CompletableFuture<String> committing = Database.meanwhile(client::tryCommit);
            CompletableFuture<Connection> connecting = Database.meanwhile(this::connect);
            soon().until(() -> proxy.connections() == 2);
            assertThat(Database.count()).isZero();

            proxy.hearAgain(FaultProxy.Held.DELIVERED);

            assertThat(committing.join()).isEqualTo(Client.SUCCESS);
            connecting.join().close();
            assertThat(Database.count()).isEqualTo(1);
            assertThat(client.usable()).isTrue();
        }
    }

    /** As a stalled server does: its client gave up long ago. */
    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aHeldCommitIsExecutedAlthoughItsClientHasGone(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            client.connection.setNetworkTimeout(Runnable::run, 50);
            proxy.deaf();
            assertThat(client.tryCommit()).isEqualTo("08006");
        }
        assertThat(Database.count()).isZero();

        proxy.hearAgain(FaultProxy.Held.DELIVERED);

        soon().untilAsserted(() -> assertThat(Database.count()).isEqualTo(1));
        soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void whatADeafProxyHeldIsDroppedWithItsConnections(QueryMode mode) throws Exception {
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            proxy.deaf();
            CompletableFuture<String> committing = Database.meanwhile(client::tryCommit);
            CompletableFuture<String> connecting =
                    Database.meanwhile(
                            () -> Client.stateOf(() -> Database.connect(proxy, "").close()));
            soon().until(() -> proxy.connections() == 2);

            proxy.hearAgain(FaultProxy.Held.DROPPED);

            assertThat(committing.join()).isEqualTo("08006");
            assertThat(connecting.join()).isEqualTo("08001");
            assertThat(client.usable()).isFalse();
        }
        soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
        assertThat(Database.count()).isZero();
        Database.connect(proxy, "").close();
    }

    @Test
    void aRefusingProxyLooksLikeAStoppedServer() throws SQLException {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            proxy.refuse();
            proxy.refuse();

            assertThat(Client.stateOf(() -> Database.connect(proxy, "").close()))
                    .isEqualTo("08001");
            assertThat(client.usable()).isTrue();

            proxy.accept();
            proxy.accept();
            Database.connect(proxy, "").close();
        }
    }

    @Test
    void aCutConnectionLooksLikeAKilledServer() throws SQLException {
        try (Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS)) {
            client.insert(1);
            proxy.cut();

            assertThat(client.tryCommit()).isEqualTo("08006");
        }
        soon().untilAsserted(() -> assertThat(proxy.connections()).isZero());
        assertThat(Database.count()).isZero();
    }

    /**
     * A client whose server has closed the socket may find the error message that came before, or
     * only that its own next message was answered with a reset: that is up to the two kernels. The
     * proxy sees to it that the message is found.
     */
    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aDrainedIdleSessionLooksLikeARealOne(QueryMode mode) throws SQLException {
        List<String> real;
        try (Client client = Client.direct(mode)) {
            long pid = client.number("SELECT pg_backend_pid()");
            client.connection.commit();
            Database.execute("SELECT pg_terminate_backend(" + pid + ", 5000)");
            real = nextUse(client);
        }
        try (Client client = Client.through(proxy, mode)) {
            proxy.drain();
            List<String> seen = nextUse(client);

            assertThat(seen).startsWith("57P01");
            assertThat(real.getFirst()).isIn("57P01", "08006");
            assertThat(seen.subList(1, seen.size())).isEqualTo(real.subList(1, real.size()));
        }
        Database.connect(proxy, "").close();
    }

    private static List<String> nextUse(Client client) throws SQLException {
        return List.of(
                client.tryInsert(1),
                String.valueOf(client.connection.isClosed()),
                client.tryInsert(2));
    }

    @ParameterizedTest
    @EnumSource(QueryMode.class)
    void aDrainedSessionFinishesItsTransaction(QueryMode mode) throws SQLException {
        try (Client client = Client.through(proxy, mode)) {
            client.insert(1);
            proxy.drain();

            assertThat(client.tryInsert(2)).isEqualTo(Client.SUCCESS);
            assertThat(client.tryCommit()).isEqualTo(Client.SUCCESS);
            assertThat(client.tryInsert(3)).isEqualTo("57P01");
        }
        assertThat(Database.count()).isEqualTo(2);
    }

    @Test
    void closingLeavesNoThreadAndNoSocket() throws Exception {
        try (Client idle = Client.through(proxy, QueryMode.NAMED_STATEMENTS);
                Client busy = Client.through(proxy, QueryMode.SIMPLE)) {
            CompletableFuture<String> running =
                    Database.meanwhile(
                            () -> Client.stateOf(() -> busy.number("SELECT pg_sleep(5)")));
            proxy.deaf();
            Socket silent = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
            soon().until(() -> proxy.connections() == 3);
            assertThat(threads()).hasSizeGreaterThan(3);

            proxy.close();

            assertThat(proxy.connections()).isZero();
            assertThat(threads()).isEmpty();
            assertThat(idle.usable()).isFalse();
            assertThat(running.join()).isEqualTo("08006");
            assertThat(end(silent)).isTrue();
        }
        assertThat(Client.stateOf(() -> Database.connect(proxy, "").close())).isEqualTo("08001");
    }

    private static boolean end(Socket socket) {
        try (socket) {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Of this proxy: other tests' applications may have some of their own in this process. */
    private List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("fault-proxy-" + proxy.port()))
                .toList();
    }

    @Test
    void aServerThatIsNotThereEndsTheConnection() {
        try (FaultProxy nowhere = FaultProxy.between("127.0.0.1", closedPort())) {
            assertThat(Client.stateOf(() -> Database.connect(nowhere, "").close()))
                    .startsWith("08");
            soon().untilAsserted(() -> assertThat(nowhere.connections()).isZero());
        }
    }

    /** Of a proxy that refuses: nobody else gets this port meanwhile. */
    private int closedPort() {
        proxy.refuse();
        return proxy.port();
    }

    private Connection connect() {
        try {
            return Database.connect(proxy, "");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
