package dev.remit.audit;

import dev.remit.database.DatabaseUrl;
import dev.remit.devdb.DevDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * A database of its own on the development server, with the schema in it: tampering with the books
 * of others would fail their tests.
 */
final class AuditedDatabase implements AutoCloseable {

    private final DatabaseUrl server = DevDatabase.url();
    private final String user = server.username().orElseThrow();
    private final URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
    private final String name = "audit_" + UUID.randomUUID().toString().replace("-", "");

    AuditedDatabase() throws SQLException {
        onServer("CREATE DATABASE " + name);
        Flyway.configure().dataSource(jdbcUrl(), user, "").load().migrate();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, "");
    }

    /** As {@code DATABASE_URL} takes it. */
    String url() {
        return urlAt(address.getPort());
    }

    /** The same through a proxy. */
    String urlAt(int port) {
        return "postgresql://" + user + "@" + address.getHost() + ":" + port + "/" + name;
    }

    String host() {
        return address.getHost();
    }

    int port() {
        return address.getPort();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        onServer("DROP DATABASE " + name);
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + name;
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), user, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
