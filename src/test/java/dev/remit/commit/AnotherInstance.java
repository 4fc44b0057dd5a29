package dev.remit.commit;

import dev.remit.database.ConnectionPools;
import dev.remit.database.Schema;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Request;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Commits in the same ledger, without this service's knowing. */
@Singleton
class AnotherInstance {

    private final CommitService service;

    AnotherInstance(@DataSource(ConnectionPools.COMMITS) AgroalDataSource database, Schema schema) {
        this.service = new CommitService(database, schema);
    }

    CompletableFuture<Decision> commit(Command command) {
        Batch batch = new Batch(List.of(Request.of(command)));
        return CompletableFuture.supplyAsync(
                () -> QuarkusTransaction.requiringNew().call(() -> service.commit(batch)),
                task -> Thread.ofPlatform().start(task));
    }
}
