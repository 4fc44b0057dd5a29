package dev.remit.store;

import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Head;
import dev.remit.ledger.Needs;
import dev.remit.ledger.State;
import dev.remit.ledger.Transfer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reads what a commit has to know, under the lock of the head. */
final class CommitReader {

    private static final String TOKEN = "SELECT token FROM commits WHERE sequence = ?";

    private final Connection connection;
    private final DatabaseKind kind;
    private final HeadLock lock;
    private final AccountRows accountRows;
    private long now;

    CommitReader(Connection connection, DatabaseKind kind) {
        this.connection = connection;
        this.kind = kind;
        this.lock = HeadLock.of(kind);
        this.accountRows = AccountRows.of(kind);
    }

    /** One round trip. */
    Head take(String ledger, long since) throws SQLException {
        RoundTrip trip = new RoundTrip();
        AtomicReference<Head> head = lock(trip, ledger, since);
        trip.make(connection);
        return head.get();
    }

    /** Takes the head, too: one round trip. */
    State read(String ledger, long since, Needs needs) throws SQLException {
        RoundTrip trip = new RoundTrip();
        return read(trip, lock(trip, ledger, since), needs, this::lookUp);
    }

    /** The head is there when the round trip has been made. */
    private AtomicReference<Head> lock(RoundTrip trip, String ledger, long since) {
        AtomicReference<Head> head = new AtomicReference<>();
        lock.read(
                trip,
                ledger,
                since,
                (taken, time) -> {
                    head.set(taken);
                    now = time;
                });
        return head;
    }

    /** When the head was taken. */
    long now() {
        return now;
    }

    /** One round trip more. */
    State read(Head taken, Needs needs) throws SQLException {
        return read(new RoundTrip(), new AtomicReference<>(taken), needs, this::lookUp);
    }

    /**
     * Does not wait for anybody: the rows of the accounts are locked.
     *
     * @throws RowLocked if somebody outside holds one of them
     */
    State readCautiously(Head taken, Needs needs) throws SQLException {
        try {
            return read(
                    new RoundTrip(),
                    new AtomicReference<>(taken),
                    needs,
                    query -> keys -> query.locking(AccountRows.LOCK));
        } catch (SQLException e) {
            throw SqlStates.isLocked(e) ? new RowLocked(e) : e;
        }
    }

    /**
     * @param accountsBy how accounts are looked up
     */
    private State read(
            RoundTrip trip,
            AtomicReference<Head> head,
            Needs needs,
            Function<KeyedQuery, IntFunction<String>> accountsBy)
            throws SQLException {
        Map<UUID, dev.remit.ledger.Account> accounts = new HashMap<>();
        Map<UUID, State.Profile> profiles = new HashMap<>();
        Map<UUID, Transfer> transfers = new HashMap<>();
        Map<UUID, State.Followers> followers = new HashMap<>();
        Set<UUID> openings = new HashSet<>();
        Map<UUID, State.Created> monitors = new HashMap<>();
        trip.queryIfAny(
                lookUp(TransferRow.SELECT),
                needs.transfers(),
                row -> {
                    Transfer transfer = TransferRow.read(row);
                    transfers.put(transfer.id(), transfer);
                });
        trip.queryIfAny(
                lookUp(TransferRow.SELECT_FOLLOWERS),
                needs.followed(),
                row -> {
                    Transfer follower = TransferRow.read(row);
                    followers.compute(
                            follower.related(),
                            (id, before) -> State.Followers.after(before, follower));
                });
        trip.queryIfAny(
                lookUp(AccountCommitRow.SELECT_OPENINGS),
                needs.openings(),
                row -> openings.add(row.getObject(1, UUID.class)));
        trip.queryIfAny(
                lookUp(MonitorRow.SELECT),
                needs.monitors(),
                row -> {
                    State.Created created = MonitorRow.read(row);
                    monitors.put(created.monitor().id(), created);
                });
        // At the end: what the last commit has written of them is tentative for some milliseconds.
        // On CockroachDB it has to be waited for; the rest was not there before.
        RoundTrip.Row account = row -> accountRows.read(row, accounts, profiles);
        trip.query(accountsBy.apply(accountRows.byId()), needs.accounts(), account);
        trip.queryIfAny(accountsBy.apply(accountRows.ofTransfers()), needs.followed(), account);
        trip.queryIfAny(accountsBy.apply(accountRows.ofMonitors()), needs.monitors(), account);
        accountRows.readProfiles(trip, needs.profiles(), profiles);
        trip.make(connection);
        return new State(head.get(), accounts, profiles, transfers, followers, openings, monitors);
    }

    private IntFunction<String> lookUp(KeyedQuery query) {
        return keys -> query.on(kind, keys);
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
