package dev.remit.ledger;

import dev.remit.database.DatabaseKind;
import dev.remit.store.LedgerStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Commits as the service does, without the service around it: on one connection, at the times that
 * it is told. The same requests always make the same hashes, because tokens follow from the
 * sequence.
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
    public List<List<Outcome>> commit(long now, List<Request> requests) throws SQLException {
        connection.setAutoCommit(true);
        DatabaseKind kind = DatabaseKind.of(connection);
        connection.setAutoCommit(false);
        List<List<Outcome>> outcomes = write(new LedgerStore(connection, kind), now, requests);
        connection.commit();
        connection.setAutoCommit(true);
        return outcomes;
    }

    /** In the transaction that is under way, and stays so. */
    public List<List<Outcome>> join(long now, List<Request> requests) throws SQLException {
        return write(new LedgerStore(connection, DatabaseKind.of(connection)), now, requests);
    }

    private static List<List<Outcome>> write(LedgerStore store, long now, List<Request> requests)
            throws SQLException {
        State state = store.read(0, Needs.of(requests));
        UUID token = new UUID(0x70, state.head().sequence() + 1);
        Decision decision = Rules.decide(requests, state, token, now);
        if (decision.commit() != null) {
            store.write(decision);
        }
        return decision.outcomes();
    }
}
