package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job migrates, and the service only looks: by the packaged program against a real database. */
class MigrateIT {

    private static final String SERVICE = "remit_service";

    private OwnDatabase database = OwnDatabase.create("migrated_by_job");

    @Test
    void theJobMakesTheSchemaAndTheServiceUsesIt() throws Exception {
        Packaged first = Packaged.run(environment(Map.of()), "migrate");
        Packaged again = Packaged.run(environment(Map.of()), "migrate");

        assertThat(first.status()).as("%s", first).isZero();
        assertThat(first.out()).singleElement().asString().contains(" made.");
        assertThat(again.status()).isZero();
        assertThat(again.out()).singleElement().asString().endsWith("; there was nothing to do.");
        int port = Packaged.freePort();
        try (RemitProcess service = serve(port)) {
            service.awaitReady();

            Packaged ready = Packaged.run(at(port), "health");
            assertThat(ready.status()).as("%s", ready).isZero();
            assertThat(ready.out()).containsExactly("ready");
            assertThat(ready.err()).isEmpty();

            assertThat(service.terminate()).isIn(RemitProcess.ORDERLY);
        }
        Packaged ended = Packaged.run(at(port), "health");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().contains(":" + port);
    }

    @Test
    void withoutTheJobTheServiceEndsWithASentence() throws IOException {
        Map<String, String> environment =
                environment(
                        Map.of(
                                "REMIT_MIGRATE_AT_START", "false",
                                "QUARKUS_HTTP_HOST", "127.0.0.1",
                                "QUARKUS_HTTP_PORT", Integer.toString(Packaged.freePort())));

        Packaged service = Packaged.run(environment);

        assertThat(service.status()).isEqualTo(1);
        assertThat(service.err())
                .singleElement()
                .asString()
                .contains("has no schema yet", "run 'remit migrate' first.");
    }

    /** What the environment says of the service is not meant for the job. */
    @Test
    void theJobMigratesWhateverTheServiceIsTold() {
        Packaged job =
                Packaged.run(environment(Map.of("REMIT_MIGRATE_AT_START", "false")), "migrate");

        assertThat(job.status()).as("%s", job).isZero();
        assertThat(job.out()).singleElement().asString().contains(" made.");
    }

    /** The rights are those that docs/deployment.md names. */
    @Test
    void theServiceNeedsNoRightToChangeTheSchema() throws SQLException {
        database = OwnDatabase.withSchema("migrated_before");
        database.execute("DROP USER IF EXISTS " + SERVICE);
        database.execute("CREATE USER " + SERVICE);
        database.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ledgers, accounts, transfers, account_commits, account_terms, holds, monitors, commits, totals, webhooks TO "
                        + SERVICE);
        database.execute("GRANT SELECT ON flyway_schema_history TO " + SERVICE);
        String url =
                new OwnDatabase(database.host(), database.port(), database.name(), SERVICE)
                        .serviceUrl();

        Packaged walk =
                Packaged.run(
                        Map.of("DATABASE_URL", url, "REMIT_MIGRATE_AT_START", "false"),
                        "demo",
                        "hello");

        assertThat(walk.status()).as("%s", walk).isZero();
        assertThat(walk.err()).isEmpty();
    }

    private RemitProcess serve(int port) throws IOException {
        return RemitProcess.start(database, port, Map.of("REMIT_MIGRATE_AT_START", "false"));
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", database.serviceUrl());
        return environment;
    }

    /** It has no database, and needs none. */
    private static Map<String, String> at(int port) {
        return Map.of("QUARKUS_HTTP_PORT", Integer.toString(port));
    }
}
