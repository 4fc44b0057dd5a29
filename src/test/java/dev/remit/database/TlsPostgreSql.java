package dev.remit.database;

import static org.awaitility.Awaitility.await;

import dev.remit.Certificates.Pair;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL that speaks TLS. Its user {@code postgres} is let in as in development, {@link
 * #CERTIFIED} with a certificate, and {@link #BOTH} with a certificate and a password.
 */
public final class TlsPostgreSql implements AutoCloseable {

    public static final String CERTIFIED = "certified";
    public static final String BOTH = "careful";

    private static final String ACCESS =
            """
            hostssl all %s 127.0.0.1/32 cert
            hostssl all %s 127.0.0.1/32 scram-sha-256 clientcert=verify-ca
            host all all 127.0.0.1/32 trust
            """
                    .formatted(CERTIFIED, BOTH);

    private final EmbeddedPostgres server;

    private TlsPostgreSql(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * @param folder for its data and binaries
     * @param authority of the certificates that it takes
     * @param password of {@link #BOTH}
     */
    public static TlsPostgreSql start(Path folder, Path authority, Pair own, String password)
            throws IOException, SQLException {
        Path data = folder.resolve("data");
        EmbeddedPostgres started =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(folder.toFile())
                        .setDataDirectory(data)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_ca_file", authority.toString())
                        .setServerConfig("ssl_cert_file", own.certificate().toString())
                        .setServerConfig("ssl_key_file", own.key().toString())
                        .start();
        TlsPostgreSql server = new TlsPostgreSql(started);
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
        server.execute(
                "CREATE ROLE %s SUPERUSER LOGIN".formatted(CERTIFIED),
                "CREATE ROLE %s SUPERUSER LOGIN PASSWORD '%s'".formatted(BOTH, password),
                "SELECT pg_reload_conf()");
        await().until(() -> "3".equals(server.text("SELECT count(*) FROM pg_hba_file_rules")));
        return server;
    }

    /** As {@code DATABASE_URL} takes it, without parameters. */
    public String url(String user) {
        return "postgresql://%s@localhost:%d/postgres".formatted(user, server.getPort());
    }

    public String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=require"
                        .formatted(server.getPort()),
                "postgres",
                "");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
