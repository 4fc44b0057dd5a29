package dev.remit.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The real server that the tests of this package put a proxy in front of: one for all of them. */
final class Database {

    static final String NAME = "postgres";

    private static final EmbeddedPostgres SERVER = start();

    /** Looks past every proxy at what is really there, at READ COMMITTED. */
    private static final Connection OBSERVER = observe();

    private Database() {}

    /** On a thread of its own, because it may block for as long as the test does. */
    static <T> CompletableFuture<T> meanwhile(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, task -> Thread.ofVirtual().start(task));
    }

    /** Whether this backend executes pg_sleep now. */
    static boolean sleeping(long pid) throws SQLException {
        return number(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND"
                                + " pid = "
                                + pid)
                == 1;
    }

    /** For what happens in the server a moment after the client was answered. */
    static ConditionFactory soon() {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(0, MILLISECONDS)
                .pollInterval(5, MILLISECONDS);
    }

    static int port() {
        return SERVER.getPort();
    }

    /** Not through a proxy. */
    static Connection connect(String parameters) throws SQLException {
        return connectTo("jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME, parameters);
    }

    static Connection connect(FaultProxy proxy, String parameters) throws SQLException {
        return connectTo(proxy.url(NAME), parameters);
    }

    static void empty() throws SQLException {
        execute(
                "DROP TABLE IF EXISTS entries;"
                        + "CREATE TABLE entries (id bigint PRIMARY KEY, note text)");
    }

    static void execute(String sql) throws SQLException {
        try (Statement statement = OBSERVER.createStatement()) {
            statement.execute(sql);
        }
    }

    static long count() throws SQLException {
        return number("SELECT count(*) FROM entries");
    }

    static long number(String sql) throws SQLException {
        try (Statement statement = OBSERVER.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connectTo(String url, String parameters) throws SQLException {
        return DriverManager.getConnection(url + "?" + parameters, "postgres", "");
    }

    private static Connection observe() {
        try {
            return connect("");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
