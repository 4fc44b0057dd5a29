package dev.remit.bench;

import dev.remit.database.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * A database of the benchmark's own on a server that may be somebody's: created for one run under a
 * name that nothing else has, and dropped after it. Nothing else on the server is read or written.
 */
final class BenchmarkDatabase implements AutoCloseable {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'remit_bench_'yyyyMMdd_HHmmss", Locale.ROOT);

    private final DatabaseUrl server;
    private final String name;
    private final DatabaseKind kind;
    private final String version;
    private final String durability;

    private BenchmarkDatabase(DatabaseUrl server, String name, Connection connection)
            throws SQLException {
        this.server = server;
        this.name = name;
        String fullVersion = text(connection, "SELECT version()");
        kind = DatabaseKind.of(fullVersion);
        version = DatabaseKind.shortVersion(fullVersion);
        durability =
                kind == DatabaseKind.POSTGRESQL
                        ? "fsync %s, synchronous_commit %s"
                                .formatted(
                                        text(connection, "SHOW fsync"),
                                        text(connection, "SHOW synchronous_commit"))
                        : "";
    }

    /**
     * @param shared take a server that others are connected to
     */
    static BenchmarkDatabase create(DatabaseUrl server, boolean shared) throws BenchmarkFailed {
        String name = NAME.format(LocalDateTime.now(ZoneOffset.UTC));
        try (Connection connection = connect(server, server.jdbcUrl(), new Properties())) {
            BenchmarkDatabase database = new BenchmarkDatabase(server, name, connection);
            if (!shared) {
                database.refuseCompany(connection);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return database;
        } catch (SQLException e) {
            throw new BenchmarkFailed(
                    "no database of its own can be created at " + server + ": " + e.getMessage(),
                    e);
        }
    }

    /** The benchmark would slow others down, and they would falsify what it measures. */
    private void refuseCompany(Connection connection) throws SQLException, BenchmarkFailed {
        long others = Long.parseLong(text(connection, kind.clients())) - 1;
        if (others > 0) {
            throw new BenchmarkFailed(
                    ("%d other clients are connected to %s: the benchmark would slow them down, and they would"
                                    + " falsify it; run it with -Dbench.shared=true if both are all right")
                            .formatted(others, server));
        }
    }

    DatabaseKind kind() {
        return kind;
    }

    /** Name and number. */
    String version() {
        return version;
    }

    /** What the server does with a commit before it acknowledges it; empty if it cannot be told. */
    String durability() {
        return durability;
    }

    /** Whether its processes may be on this machine. */
    boolean isLocal() {
        return server.jdbcUrl()
                .matches("jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1\\]):\\d+/.*");
    }

    /**
     * @param isolation one of the constants of {@link Connection}
     * @param prepareThreshold how often a statement is run before the server keeps it prepared
     */
    Connection connect(int isolation, int prepareThreshold) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("prepareThreshold", String.valueOf(prepareThreshold));
        Connection connection = connect(server, jdbcUrl(), properties);
        connection.setTransactionIsolation(isolation);
        return connection;
    }

    /** As Remit reads it, user and password included. */
    String databaseUrl() {
        StringJoiner credentials = new StringJoiner("&");
        server.username().ifPresent(user -> credentials.add("user=" + encode(user)));
        server.password().ifPresent(password -> credentials.add("password=" + encode(password)));
        return jdbcUrl() + (jdbcUrl().contains("?") ? "&" : "?") + credentials;
    }

    /** Whether a service has put its schema here: it has taken the database that it was given. */
    boolean hasJournal() throws SQLException {
        try (Connection connection = connect(Connection.TRANSACTION_SERIALIZABLE, 1)) {
            String tables =
                    text(
                            connection,
                            "SELECT count(*) FROM information_schema.tables WHERE table_name = 'transfers'");
            return !tables.equals("0");
        }
    }

    private String jdbcUrl() {
        return inDatabase(server.jdbcUrl(), name);
    }

    static String inDatabase(String jdbcUrl, String name) {
        return jdbcUrl.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
    }

    private static Connection connect(DatabaseUrl server, String jdbcUrl, Properties properties)
            throws SQLException {
        server.username().ifPresent(user -> properties.setProperty("user", user));
        server.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "remit benchmark");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return Optional.ofNullable(rows.getString(1)).orElse("");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect(server, server.jdbcUrl(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(kind.dropDatabase(name));
        }
    }
}
