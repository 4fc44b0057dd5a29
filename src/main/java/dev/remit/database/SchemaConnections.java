package dev.remit.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * As the pool makes them, but for the limit of time: those of the pool give a statement up after a
 * few seconds, and a change of the schema of a large database may take longer. What the URL says
 * wins, as it does there.
 */
@Singleton
class SchemaConnections {

    private static final String DRIVER_PROPERTIES =
            "quarkus.datasource.jdbc.additional-jdbc-properties";

    /**
     * As in the pool. A statement may take its time, but between two of them there is no reason for
     * any: whoever is frozen or cut off there would keep tables locked from all instances that
     * serve. Flyway waits, and has its lock, outside of a transaction.
     */
    private static final String LIMIT_SILENCE = "SET idle_in_transaction_session_timeout = '5s'";

    private final String jdbcUrl;
    private final Properties properties = new Properties();

    /**
     * Its own URL would have every property of the driver in it, and Flyway looks through the URL
     * of each connection for passwords with a pattern that takes the square of its length: a third
     * of a native binary's start.
     */
    private final DataSource source =
            new PGSimpleDataSource() {
                @Override
                public Connection getConnection(String user, String password) throws SQLException {
                    return open();
                }
            };

    SchemaConnections(
            @ConfigProperty(name = DatabaseUrlConfigSource.JDBC_URL) String jdbcUrl,
            @ConfigProperty(name = DatabaseUrlConfigSource.USERNAME) Optional<String> username,
            @ConfigProperty(name = DatabaseUrlConfigSource.PASSWORD) Optional<String> password,
            @ConfigProperty(name = DRIVER_PROPERTIES) Map<String, String> driverProperties) {
        this.jdbcUrl = jdbcUrl;
        driverProperties.forEach(this::set);
        set(PGProperty.SOCKET_TIMEOUT.getName(), "0");
        username.ifPresent(user -> set(PGProperty.USER.getName(), user));
        password.ifPresent(secret -> set(PGProperty.PASSWORD.getName(), secret));
    }

    private void set(String name, String value) {
        if (PGProperty.forName(name) == null) {
            throw new StartupFailure(
                    "The setting " + DRIVER_PROPERTIES + " is wrong: the driver has no " + name);
        }
        properties.setProperty(name, value);
    }

    DataSource source() {
        return source;
    }

    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMIT_SILENCE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
