package dev.remit.bank;

import dev.remit.database.DatabaseUrl;
import dev.remit.devdb.DevDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), database.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
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
}
