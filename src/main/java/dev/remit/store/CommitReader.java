package dev.remit.store;

import dev.remit.ledger.Head;
import dev.remit.ledger.Needs;
import dev.remit.ledger.State;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Reads what a commit has to know, under the lock of the head: one round trip. */
final class CommitReader {

    private static final String TOKEN = "SELECT token FROM commits WHERE sequence = ?";

    private final Connection connection;
    private final HeadLock lock;

    CommitReader(Connection connection, HeadLock lock) {
        this.connection = connection;
        this.lock = lock;
    }

    State read(String ledger, Needs needs) throws SQLException {
        AtomicReference<Head> head = new AtomicReference<>();
        RoundTrip trip = new RoundTrip();
        lock.read(trip, ledger, head::set);
        return read(trip, head, needs, Account.SELECT);
    }

    /** Under the same lock: another round trip. */
    State readMore(State known, Needs needs) throws SQLException {
        State more =
                read(new RoundTrip(), new AtomicReference<>(known.head()), needs, Account.SELECT);
        more.accounts().putAll(known.accounts());
        more.transfers().putAll(known.transfers());
        more.openings().putAll(known.openings());
        return more;
    }

    /**
     * Does not wait for anybody but those who have the head, at the price of another round trip:
     * the rows of the accounts are locked.
     *
     * @throws RowLocked if somebody outside holds one of them
     */
    State readCautiously(String ledger, Needs needs) throws SQLException {
        AtomicReference<Head> head = new AtomicReference<>();
        RoundTrip taking = new RoundTrip();
        lock.read(taking, ledger, head::set);
        taking.make(connection);
        try {
            return read(new RoundTrip(), head, needs, Account.LOCK);
        } catch (SQLException e) {
            throw SqlStates.isLocked(e) ? new RowLocked(e) : e;
        }
    }

    private State read(
            RoundTrip trip, AtomicReference<Head> head, Needs needs, String selectAccounts)
            throws SQLException {
        Map<UUID, dev.remit.ledger.Account> accounts = new HashMap<>();
        Map<UUID, Transfer> transfers = new HashMap<>();
        Map<UUID, State.Opening> openings = new HashMap<>();
        trip.query(
                selectAccounts,
                parameters -> parameters.uuids(needs.accounts()),
                rows -> {
                    while (rows.next()) {
                        dev.remit.ledger.Account account = Account.read(rows);
                        accounts.put(account.id(), account);
                    }
                });
        if (!needs.transfers().isEmpty()) {
            trip.query(
                    TransferRow.SELECT,
                    parameters -> parameters.uuids(needs.transfers()),
                    rows -> {
                        while (rows.next()) {
                            Transfer transfer = TransferRow.read(rows);
                            transfers.put(transfer.id(), transfer);
                        }
                    });
        }
        if (!needs.openings().isEmpty()) {
            trip.query(
                    AccountCommitRow.SELECT_OPENINGS,
                    parameters -> parameters.uuids(needs.openings()),
                    rows -> {
                        while (rows.next()) {
                            openings.put(
                                    rows.getObject(1, UUID.class), AccountCommitRow.opening(rows));
                        }
                    });
        }
        trip.make(connection);
        return new State(head.get(), accounts, transfers, openings);
    }

    /** Whether an attempt whose commit was not answered took place. */
    boolean isCommitted(dev.remit.ledger.Commit attempt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOKEN)) {
            statement.setLong(1, attempt.sequence());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && attempt.token().equals(rows.getObject(1, UUID.class));
            }
        }
    }
}
