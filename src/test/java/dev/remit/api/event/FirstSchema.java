package dev.remit.api.event;

import dev.remit.bank.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The service finds a database that the first schema filled, and brings it to the present one. */
public final class FirstSchema implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        OwnDatabase database = OwnDatabase.create("first_schema");
        Flyway.configure()
                .dataSource(database.url(), database.user(), "")
                .target("1")
                .load()
                .migrate();
        try (InputStream sample = getClass().getResourceAsStream("/upgrade/V1.sql")) {
            database.execute(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user());
    }

    /** The database goes with its server, at the end of the tests. */
    @Override
    public void stop() {}
}
