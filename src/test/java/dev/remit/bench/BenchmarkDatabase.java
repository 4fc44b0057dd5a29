package dev.remit.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.database.DatabaseUrl;
import java.net.URLEncoder;
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
import java.util.regex.Pattern;

/**
 * A database of the benchmark's own on a server that may be somebody's: created for one run under a
 * name that nothing else has, and dropped after it. Nothing else on the server is read or written.
 */
final class BenchmarkDatabase implements AutoCloseable {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'remit_bench_'yyyyMMdd_HHmmss", Locale.ROOT);
    private static final Pattern LOCAL =
            Pattern.compile("jdbc:postgresql://(?:localhost|127(?:\\.\\d+){3}|\\[::1]):(\\d+)/.*");

    private final DatabaseUrl server;
    private final String name;
    private final String version;
    private final String durability;
    private final Optional<ProcessHandle> process;

    private BenchmarkDatabase(DatabaseUrl server, String name, Connection connection)
            throws SQLException {
        this.server = server;
        this.name = name;
        version = text(connection, "SELECT version()");
        durability =
                isCockroach(version)
                        ? ""
                        : "fsync %s, synchronous_commit %s, full_page_writes %s"
                                .formatted(
                                        text(connection, "SHOW fsync"),
                                        text(connection, "SHOW synchronous_commit"),
                                        text(connection, "SHOW full_page_writes"));
        process =
                LOCAL.matcher(server.jdbcUrl())
                        .results()
                        .findFirst()
                        .flatMap(port -> CpuTime.ofDatabaseAt(Integer.parseInt(port.group(1))));
    }

    /**
     * @param purpose where one run has several databases on a server, what follows the name of this
     *     one
     * @param shared take a server that others are connected to
     */
    static BenchmarkDatabase create(DatabaseUrl server, String purpose, boolean shared) {
        String name = NAME.format(LocalDateTime.now(ZoneOffset.UTC)) + purpose;
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
            throw new IllegalStateException(
                    "no database of its own can be created at " + server + ": " + e.getMessage(),
                    e);
        }
    }

    /** The benchmark would slow others down, and they would falsify what it measures. */
    private void refuseCompany(Connection connection) throws SQLException {
        String clients =
                isCockroach(version)
                        ? "SELECT count(*) FROM [SHOW CLUSTER SESSIONS]"
                        : "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'";
        long others = Long.parseLong(text(connection, clients)) - 1;
        if (others > 0) {
            throw new IllegalStateException(
                    ("%d other clients are connected to %s: the benchmark would slow them down, and they would"
                                    + " falsify it; run it with -Dbench.shared=true if both are all right")
                            .formatted(others, server));
        }
    }

    static boolean isCockroach(String version) {
        return version.startsWith("CockroachDB");
    }

    /** The version without the platform and the compiler, which follow it. */
    static String shortVersion(String version) {
        return version.replaceFirst(" (\\(| ?on ).*", "").strip();
    }

    /** CockroachDB or PostgreSQL. */
    String product() {
        return isCockroach(version) ? "CockroachDB" : "PostgreSQL";
    }

    String version() {
        return shortVersion(version);
    }

    /** What the server does with a commit before it acknowledges it; empty if it cannot be told. */
    String durability() {
        return durability;
    }

    boolean isLocal() {
        return LOCAL.matcher(server.jdbcUrl()).matches();
    }

    /** That of the server, if it is on this machine and can be found. */
    Optional<ProcessHandle> process() {
        return process;
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
        StringJoiner credentials = new StringJoiner("&", jdbcUrl().contains("?") ? "&" : "?", "");
        server.username()
                .ifPresent(user -> credentials.add("user=" + URLEncoder.encode(user, UTF_8)));
        server.password()
                .ifPresent(word -> credentials.add("password=" + URLEncoder.encode(word, UTF_8)));
        return jdbcUrl() + credentials;
    }

    /** Whether a service has put its schema here: it has taken the database that it was given. */
    boolean hasJournal() throws SQLException {
        return !text("SELECT count(*) FROM information_schema.tables WHERE table_name = 'transfers'")
                .equals("0");
    }

    /** The only value that a query in this database returns. */
    String text(String query) throws SQLException {
        try (Connection connection = connect(Connection.TRANSACTION_SERIALIZABLE, 1)) {
            return text(connection, query);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return Optional.ofNullable(rows.getString(1)).orElse("");
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

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect(server, server.jdbcUrl(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DROP DATABASE IF EXISTS "
                            + name
                            + (isCockroach(version) ? " CASCADE" : " WITH (FORCE)"));
        }
    }
}
