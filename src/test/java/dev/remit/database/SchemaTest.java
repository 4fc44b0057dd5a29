package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.devdb.DevDatabase;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a database of its own in the real server, because a schema that exists already proves
 * nothing.
 */
class SchemaTest {

    private final DatabaseUrl server = DevDatabase.url();
    private final String user = server.username().orElseThrow();
    private final String name = "schema_" + UUID.randomUUID().toString().replace("-", "");
    private final String own = at(name);

    @TempDir Path migrations;

    @BeforeEach
    void createDatabase() throws SQLException {
        run(server.jdbcUrl(), "CREATE DATABASE " + name);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        run(server.jdbcUrl(), "DROP DATABASE " + name);
    }

    @Test
    void isCreatedAndThenLeftAlone() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY); INSERT INTO proof VALUES (1);");
        migrate(own, user);
        migrate(own, user);
        try (var connection = DriverManager.getConnection(own, user, "");
                var count =
                        connection.createStatement().executeQuery("SELECT count(*) FROM proof")) {
            count.next();
            assertThat(count.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void mayTakeLongerThanTheStatementOfARequest() throws Exception {
        migration("SELECT pg_sleep(1.5);");
        assertThatCode(() -> migrate(own, user)).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatDoesNotExistEndsTheStart() {
        assertThatThrownBy(() -> migrate(at("nowhere"), user))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("There is no database 'nowhere' at ")
                .hasNoCause();
    }

    @Test
    void aUserWhoDoesNotExistEndsTheStart() {
        assertThatThrownBy(() -> migrate(own, "nobody"))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("refuses this user")
                .hasNoCause();
    }

    @Test
    void aServerThatIsNotThereEndsTheStart() {
        assertThatThrownBy(() -> migrate("jdbc:postgresql://127.0.0.1:1/bank", user))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("No database answers at 127.0.0.1:1/bank ")
                .hasNoCause();
    }

    @Test
    void tablesOfSomebodyElseEndTheStart() throws Exception {
        run(own, "CREATE TABLE theirs (id INT PRIMARY KEY)");
        assertThatThrownBy(() -> migrate(own, user))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("The database ")
                .hasMessageContaining(name + " has tables in it that are not Remit's: ")
                .hasMessageEndingWith(".")
                .hasNoCause()
                .message()
                .doesNotContainIgnoringCase("baseline")
                .doesNotContain("\n");
    }

    @Test
    void tablesOfAnotherVersionEndTheStart() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");
        migrate(own, user);
        Files.move(migrations.resolve("V1__proof.sql"), migrations.resolve("V2__proof.sql"));
        assertThatThrownBy(() -> migrate(own, user))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(
                        "are not those of this version of Remit (Detected applied migration not resolved locally: 1): ")
                .hasMessageEndingWith(".")
                .hasNoCause()
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aMigrationThatFailsKeepsItsStackTrace() throws IOException {
        migration("CREATE TABEL proof ();");
        assertThatThrownBy(() -> migrate(own, user)).isInstanceOf(FlywayException.class);
    }

    private void migration(String statements) throws IOException {
        Files.writeString(migrations.resolve("V1__proof.sql"), statements);
    }

    private void migrate(String jdbcUrl, String asUser) {
        // As the pool is set up: longer than any statement of a request may take.
        Map<String, String> pool = Map.of("socketTimeout", "1", "ApplicationName", "remit");
        Flyway flyway =
                Flyway.configure()
                        .dataSource("jdbc:postgresql://127.0.0.1:1/pool", "pool", "")
                        .locations("filesystem:" + migrations)
                        .load();
        new Schema(flyway, jdbcUrl, Optional.of(asUser), Optional.empty(), pool)
                .migrate(new StartupEvent());
    }

    private String at(String database) {
        return server.jdbcUrl().replaceFirst("/[a-z]+(\\?|$)", "/" + database + "$1");
    }

    private void run(String jdbcUrl, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, "")) {
            connection.createStatement().execute(statement);
        }
    }
}
