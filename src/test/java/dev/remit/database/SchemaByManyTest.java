package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.OwnDatabase;
import dev.remit.bank.ThroughProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.RepeatedTest;

/** Instances that are started together find one database without tables. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class SchemaByManyTest {

    private static final int INSTANCES = 4;

    @Inject Flyway flyway;

    @RepeatedTest(3)
    void instancesThatStartTogetherMigrateAnEmptyDatabaseOnce() throws Exception {
        OwnDatabase database = OwnDatabase.create("started_together");
        CyclicBarrier together = new CyclicBarrier(INSTANCES);

        List<CompletableFuture<Void>> starts =
                Stream.generate(() -> start(database, together)).limit(INSTANCES).toList();

        starts.forEach(CompletableFuture::join);
        assertThat(database.number("SELECT count(*) FROM flyway_schema_history WHERE success"))
                .isPositive()
                .isEqualTo(
                        database.number(
                                "SELECT count(DISTINCT version) FROM flyway_schema_history"));
        assertThat(database.number("SELECT count(*) FROM accounts")).isZero();
    }

    private CompletableFuture<Void> start(OwnDatabase database, CyclicBarrier together) {
        Schema schema =
                new Schema(
                        flyway,
                        new SchemaConnections(
                                database.url(),
                                Optional.of(database.user()),
                                Optional.empty(),
                                Map.of()),
                        database.url(),
                        Optional.empty());
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    schema.migrate();
                },
                task -> Thread.ofPlatform().start(task));
    }
}
