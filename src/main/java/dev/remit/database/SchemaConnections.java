package dev.remit.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    SchemaConnections(
            @ConfigProperty(name = DatabaseUrlConfigSource.JDBC_URL) String jdbcUrl,
            @ConfigProperty(name = DatabaseUrlConfigSource.USERNAME) Optional<String> username,
            @ConfigProperty(name = DatabaseUrlConfigSource.PASSWORD) Optional<String> password,
            @ConfigProperty(name = DRIVER_PROPERTIES) Map<String, String> driverProperties) {
        try {
            for (var property : driverProperties.entrySet()) {
                source.setProperty(property.getKey(), property.getValue());
            }
            source.setSocketTimeout(0);
        } catch (SQLException e) {
            throw new StartupFailure(
                    "The setting " + DRIVER_PROPERTIES + " is wrong: " + e.getMessage());
        }
        source.setURL(jdbcUrl);
        username.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
    }

    DataSource source() {
        return source;
    }

    Connection open() throws SQLException {
        return source.getConnection();
    }
}
