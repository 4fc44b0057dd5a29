package dev.remit.bank;

import static org.awaitility.Awaitility.await;

import dev.remit.database.DatabaseUrl;
import dev.remit.devdb.DevDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/**
 * A database on the development server that nobody else writes to: what is in it was put there by
 * one test class.
 *
 * @param host of the server itself, with no proxy in between
 */
public record OwnDatabase(String host, int port, String name, String user) {

    /** Of that name, and empty. */
    public static OwnDatabase create(String name) {
        DatabaseUrl server = DevDatabase.url();
        URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
        OwnDatabase database =
                new OwnDatabase(
                        address.getHost(),
                        address.getPort(),
                        name,
                        server.username().orElse("postgres"));
        database.onServer("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
        return database;
    }

    /** Of that name, with tables in which nothing is. */
    public static OwnDatabase withSchema(String name) {
        OwnDatabase database = create(name);
        Flyway.configure().dataSource(database.url(), database.user(), "").load().migrate();
        return database;
    }

    /** Nobody may be connected to it any more. */
    public void drop() {
        onServer("DROP DATABASE " + name);
    }

    private void onServer(String... statements) {
        try (Connection connection =
                        DriverManager.getConnection(DevDatabase.url().jdbcUrl(), user, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, by way of a proxy that listens there. */
    public OwnDatabase at(int proxyPort) {
        return new OwnDatabase(host, proxyPort, name, user);
    }

    /** Where the service finds it: what {@code DATABASE_URL} takes. */
    public String serviceUrl() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, name);
    }

    /** Where JDBC finds it. */
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** Not through a proxy. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user, "");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits until so many more are in the journal than there are now. */
    public void awaitPostings(long postings, Duration patience) throws SQLException {
        String count = "SELECT count(*) FROM transfers";
        long before = number(count);
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number(count) - before >= postings);
    }
}
