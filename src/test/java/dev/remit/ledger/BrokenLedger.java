package dev.remit.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger as it must not be: what the bank test is tested with. */
@Alternative
@Singleton
class BrokenLedger extends Ledger {

    /** In which way it is broken. */
    enum Way {
        NOT_AT_ALL,
        /** Whatever goes wrong is done again, under new ids because the old ones may be taken. */
        RUNS_AGAIN_WITHOUT_LOOKING,
        /** The callers are told what was decided, and then it is not committed. */
        ACKNOWLEDGES_WITHOUT_POSTING
    }

    private volatile Way way = Way.NOT_AT_ALL;

    BrokenLedger(AgroalDataSource database, Clock clock) {
        super(database, clock);
    }

    void breakIn(Way newWay) {
        way = newWay;
    }

    @Override
    public Decision post(Batch batch) {
        return switch (way) {
            case NOT_AT_ALL -> commit(batch);
            case RUNS_AGAIN_WITHOUT_LOOKING -> runAgain(batch);
            case ACKNOWLEDGES_WITHOUT_POSTING -> rollBack(batch);
        };
    }

    private Decision commit(Batch batch) {
        return QuarkusTransaction.requiringNew().call(() -> super.post(batch));
    }

    private Decision runAgain(Batch batch) {
        try {
            return commit(batch);
        } catch (RuntimeException e) {
            return runAgain(new Batch(batch.units().stream().map(BrokenLedger::renewed).toList()));
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
            return super.post(batch);
        } catch (SQLException e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private static Unit renewed(Unit unit) {
        List<Command> commands =
                unit.commands().stream().<Command>map(BrokenLedger::renewed).toList();
        return new Unit(commands);
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
