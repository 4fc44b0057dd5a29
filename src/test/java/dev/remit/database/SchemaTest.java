package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.devdb.DevDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Longer than a statement of a request, than anybody may be silent within a transaction, and
     * than Flyway would wait for another by itself.
     */
    @Test
    void mayTakeLongAndOthersWaitForIt() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY); SELECT pg_sleep(6);");

        List<CompletableFuture<Schema>> starts = Stream.generate(this::start).limit(2).toList();

        assertThat(starts).allSatisfy(start -> assertThat(start).succeedsWithin(PATIENCE));
    }

    @Test
    void whoFallsSilentWhileMigratingHoldsUpNobody() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY); INSERT INTO proof VALUES (1);");
        migrate(own, user);
        String change = "UPDATE proof SET id = id + 1";
        Files.writeString(migrations.resolve("V2__more.sql"), change + ";");
        try (Connection silent = connections(own, user).open();
                Statement statement = silent.createStatement()) {
            silent.setAutoCommit(false);
            statement.execute(change);

            assertThat(start()).succeedsWithin(PATIENCE);

            assertThatThrownBy(silent::commit).isInstanceOf(SQLException.class);
        }
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

    @Test
    void aStartThatMayNotMigrateIsContentWithASchemaOfItsVersion() throws IOException {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");
        migrate(own, user);
        Schema schema = schema(own, user);

        schema.check();

        assertThat(schema.databaseKind()).isNotNull();
    }

    @Test
    void aStartThatMayNotMigrateMakesNoSchema() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");

        assertTrouble("has no schema yet", "run 'remit migrate' first.");
        assertThat(tables()).isZero();
    }

    @Test
    void aStartThatMayNotMigrateEndsIfTheSchemaIsTooOld() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");
        migrate(own, user);
        Files.writeString(migrations.resolve("V2__more.sql"), "CREATE TABLE more (id INT);");
        long before = tables();

        assertTrouble("is of version 1 and this program needs 2", "run 'remit migrate'");
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aStartThatMayNotMigrateEndsIfTheSchemaIsNewerThanTheProgram() throws IOException {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");
        Path more = migrations.resolve("V2__more.sql");
        Files.writeString(more, "CREATE TABLE more (id INT);");
        migrate(own, user);
        Files.delete(more);

        assertTrouble("is of version 2, which is newer than this program (1)", "a newer one.");
    }

    @Test
    void aStartThatMayNotMigrateTellsOfAMigrationThatHasFailed() throws Exception {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");
        migrate(own, user);
        // What a failure leaves behind where a change of the schema cannot be rolled back.
        run(own, "UPDATE flyway_schema_history SET success = false");

        assertTrouble("to version 1 has failed", "mend it and run that again.");
    }

    @Test
    void aStartThatMayNotMigrateSaysThatTheServerIsNotThere() {
        assertThatThrownBy(() -> schema("jdbc:postgresql://127.0.0.1:1/bank", user).check())
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("No database answers at 127.0.0.1:1/bank ")
                .hasNoCause();
    }

    @Test
    void whoMigratesIsToldWhatWasDone() throws IOException {
        migration("CREATE TABLE proof (id INT PRIMARY KEY);");

        assertThat(migrate(own, user).summary())
                .endsWith("/" + name + " is of version 1; one migration was made.");
        assertThat(migrate(own, user).summary()).endsWith("; there was nothing to do.");
    }

    private void assertTrouble(String what, String remedy) {
        assertThatThrownBy(() -> schema(own, user).check())
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll(name, what, remedy)
                .hasMessageNotContaining("\n")
                .hasNoCause();
    }

    private long tables() throws SQLException {
        try (var connection = DriverManager.getConnection(own, user, "");
                var count =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")) {
            count.next();
            return count.getLong(1);
        }
    }

    private void migration(String statements) throws IOException {
        Files.writeString(migrations.resolve("V1__proof.sql"), statements);
    }

    private Schema migrate(String jdbcUrl, String asUser) {
        Schema schema = schema(jdbcUrl, asUser);
        schema.migrate();
        return schema;
    }

    private CompletableFuture<Schema> start() {
        return CompletableFuture.supplyAsync(
                () -> migrate(own, user), task -> Thread.ofPlatform().start(task));
    }

    private Schema schema(String jdbcUrl, String asUser) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource("jdbc:postgresql://127.0.0.1:1/pool", "pool", "")
                        .locations("filesystem:" + migrations)
                        .lockRetryCount(1)
                        .load();
        return new Schema(flyway, connections(jdbcUrl, asUser), jdbcUrl, Optional.empty());
    }

    private static SchemaConnections connections(String jdbcUrl, String asUser) {
        // As the pool is set up: longer than any statement of a request may take.
        Map<String, String> pool = Map.of("socketTimeout", "1", "ApplicationName", "remit");
        return new SchemaConnections(jdbcUrl, Optional.of(asUser), Optional.empty(), pool);
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
