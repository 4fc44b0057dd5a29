package dev.remit.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Posts as the ledger does, without the service around it: on one connection, at the times that it
 * is told.
 */
public final class PlainLedger {

    private final Connection connection;

    public PlainLedger(Connection connection) {
        this.connection = connection;
    }

    /**
     * In one transaction.
     *
     * @param now microseconds since 1970-01-01T00:00Z
     */
    public List<List<Outcome>> post(long now, List<Unit> units) throws SQLException {
        connection.setAutoCommit(false);
        Books books = new BatchReader(connection).read(new Batch(units));
        Decision decision = Decision.decide(units, books, now);
        new BatchWriter(connection).write(decision);
        connection.commit();
        connection.setAutoCommit(true);
        return decision.outcomes();
    }
}
