package dev.remit.commit;

import dev.remit.database.ConnectionPools;
import dev.remit.database.Schema;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Request;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger as it must not be: what the bank test is tested with. */
@Alternative
@Singleton
class BrokenCommitService extends CommitService {

    /** In which way it is broken. */
    enum Way {
        NOT_AT_ALL,
        /** Whatever goes wrong is done again, under new ids because the old ones may be taken. */
        RUNS_AGAIN_WITHOUT_LOOKING,
        /** The callers are told what was decided, and then it is not committed. */
        ACKNOWLEDGES_WITHOUT_POSTING
    }

    /** Some things go wrong for ever. */
    private static final int ATTEMPTS = 10;

    private volatile Way way = Way.NOT_AT_ALL;

    BrokenCommitService(
            @DataSource(ConnectionPools.COMMITS) AgroalDataSource database, Schema schema) {
        super(database, schema);
    }

    void breakIn(Way newWay) {
        way = newWay;
    }

    @Override
    public Decision commit(Batch batch) {
        return switch (way) {
            case NOT_AT_ALL -> inTransaction(batch);
            case RUNS_AGAIN_WITHOUT_LOOKING -> runAgain(batch);
            case ACKNOWLEDGES_WITHOUT_POSTING -> rollBack(batch);
        };
    }

    private Decision inTransaction(Batch batch) {
        return QuarkusTransaction.requiringNew().call(() -> super.commit(batch));
    }

    private Decision runAgain(Batch batch) {
        Batch next = batch;
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(next);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                next =
                        new Batch(
                                next.requests().stream()
                                        .map(BrokenCommitService::renewed)
                                        .toList());
            }
        }
    }

    private Decision rollBack(Batch batch) {
        AtomicReference<Decision> decided = new AtomicReference<>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                decided.set(decide(batch));
                                throw new IllegalStateException("so that it is rolled back");
                            });
        } catch (IllegalStateException e) {
            // As intended.
        }
        return decided.get();
    }

    private Decision decide(Batch batch) {
        try {
            return super.commit(batch);
        } catch (SQLException e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private static Request renewed(Request unit) {
        List<Command> commands =
                unit.commands().stream().<Command>map(BrokenCommitService::renewed).toList();
        return Request.allOf(commands);
    }

    private static Command renewed(Command command) {
        return command instanceof Command.Post post
                ? new Command.Post(
                        UUID.randomUUID(),
                        false,
                        post.from(),
                        post.to(),
                        post.amount(),
                        post.reference())
                : command;
    }
}
